// Routes live behind the hash, so that any file server can serve the dashboard: #/apps/<app>/overview?range=30d
const KEPT = ['range', 'compare'];

export const router = new (class extends EventTarget {
  constructor() {
    super();
    this.guard = null;
    this.read();
    addEventListener('hashchange', () => this.moved());
  }

  read() {
    const [path, query = ''] = location.hash.slice(1).split('?');
    this.hash = location.hash;
    this.path = path.split('/').filter(Boolean).map(decoded);
    this.query = new URLSearchParams(query);
  }

  moved() {
    if (location.hash === this.hash) return;
    if (this.guard && !this.guard()) {
      history.replaceState(null, '', this.hash || '#/');
      return;
    }
    this.guard = null;
    this.read();
    this.dispatchEvent(new Event('change'));
  }

  go(href) {
    location.hash = href;
    this.moved();
  }

  replace(href) {
    history.replaceState(null, '', href);
    this.moved();
  }

  /** The address of a path; range and comparison go along. */
  href(...path) {
    const kept = new URLSearchParams(
      KEPT.filter(name => this.query.has(name)).map(name => [name, this.query.get(name)]),
    );
    return address(path, kept);
  }

  /** This page with other parameters; null takes one away. */
  with(changes) {
    const query = new URLSearchParams(this.query);
    Object.entries(changes).forEach(([name, value]) => (value === null ? query.delete(name) : query.set(name, value)));
    return address(this.path, query);
  }
})();

function address(path, query) {
  const text = query.toString();
  return `#/${path.map(encodeURIComponent).join('/')}${text ? `?${text}` : ''}`;
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
