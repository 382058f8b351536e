// What the reader chose on this device: theme, numbers, single keys. Nothing of it leaves the browser.
const NAMES = new Map([
  ['theme', 'tracenova.theme'],
  ['numbers', 'tracenova.numbers'],
  ['keys', 'tracenova.keys'],
]);

const memory = new Map();

export const preferences = new (class extends EventTarget {
  get(name) {
    try {
      return localStorage.getItem(NAMES.get(name)) ?? memory.get(name) ?? null;
    } catch {
      return memory.get(name) ?? null;
    }
  }

  set(name, value) {
    memory.set(name, value);
    try {
      localStorage.setItem(NAMES.get(name), value);
    } catch {
      /* A browser that keeps nothing still does as it is told until it is closed. */
    }
    if (name === 'theme') this.paint();
    this.dispatchEvent(new Event('change'));
  }

  paint() {
    const theme = this.get('theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  }
})();

const said = () => preferences.dispatchEvent(new Event('change'));

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', said);
// Paper is light.
addEventListener('beforeprint', () => {
  document.documentElement.dataset.theme = 'light';
  said();
});
addEventListener('afterprint', () => {
  preferences.paint();
  said();
});
