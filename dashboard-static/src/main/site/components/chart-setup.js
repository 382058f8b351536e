// Chart.js is fetched with the first chart. Its defaults, and the colours, come from the stylesheet.
let loading = null;

/** The Chart class. */
export function load() {
  loading ??= import('../vendor/chart.js').then(() => {
    const { Chart } = globalThis;
    Chart.defaults.font.family = getComputedStyle(document.documentElement).getPropertyValue('--sans').trim();
    Chart.defaults.font.lineHeight = '16px';
    return Chart;
  });
  loading.catch(() => {
    loading = null;
  });
  return loading;
}

/** The tokens as they are now. */
export function colours() {
  const style = getComputedStyle(document.documentElement);
  return name => style.getPropertyValue(`--${name}`).trim();
}
