import { Light, html, nothing, Follow } from '../core/lit.js';
import { icon, logo } from '../core/icons.js';
import { SETTINGS, WORKSPACE, entryOf, tabOf } from '../core/navigation.js';
import { listen } from '../core/keys.js';
import { router } from '../core/router.js';
import { store } from '../core/store.js';
import '../components/toast.js';
import './column.js';
import './phone.js';
import './stage.js';

const OUTSIDE = new Map([
  ['sign-in', () => import('../pages/sign-in.js')],
  ['register', () => import('../pages/register.js')],
]);

/** The whole dashboard: the door while nobody is signed in, then the frame and the page of the route. */
class App extends Light {
  static properties = { started: { state: true }, failed: { state: true } };

  constructor() {
    super();
    this.follow = new Follow(this, router, store);
    this.addEventListener('show', event => this.show(event.detail));
    this.start();
  }

  connectedCallback() {
    super.connectedCallback();
    listen(
      () => this.place()?.app?.id,
      what => this.show(what),
    );
  }

  async start() {
    this.failed = null;
    try {
      await store.start();
      this.started = true;
    } catch (problem) {
      this.failed = problem;
    }
  }

  /** Palette and keys are fetched when they are wanted for the first time. */
  async show(what) {
    await import('./palette.js');
    this.querySelector(what === 'keys' ? 'tn-keys' : 'tn-palette')?.show();
  }

  render() {
    if (this.failed) return this.unreachable();
    if (!this.started) return html`<div class="splash" role="status" aria-label="Loading">${logo()}</div>`;
    if (!store.user) return this.door();
    const place = this.place();
    if (!place) return nothing;
    const { app, current } = place;
    return html`<a class="skip" href="#main" @click=${this.skip}>Skip to the content</a>
      <div class="frame">
        <tn-column .app=${app} .current=${current}></tn-column>
        <div class="topbar">
          <tn-switcher .app=${app}></tn-switcher><span class="spring"></span>
          <button class="square" @click=${() => this.show('palette')}>${icon('search', 'Go to')}</button>
        </div>
        <tn-stage class="stage" .place=${place}></tn-stage>
      </div>
      <tn-phone .app=${app} .current=${current}></tn-phone><tn-palette .app=${app}></tn-palette><tn-keys></tn-keys>
      <tn-dialog></tn-dialog><tn-toast></tn-toast>`;
  }

  skip(event) {
    event.preventDefault();
    document.getElementById('main')?.focus();
  }

  door() {
    const name = router.path[0] === 'register' ? 'register' : 'sign-in';
    OUTSIDE.get(name)();
    document.title = `${name === 'register' ? 'Register' : 'Sign in'} · TraceNova`;
    return html`${name === 'register' ? html`<tn-register></tn-register>` : html`<tn-sign-in></tn-sign-in>`}<tn-toast
      ></tn-toast>`;
  }

  unreachable() {
    return html`<div class="splash">
      <div class="state" role="alert">
        <b><span class="bad">${icon('warning')}</span> TraceNova does not answer.</b><span>${this.failed.message}</span>
        <button class="button small" @click=${this.start}>${icon('retry')} Try again</button>
      </div>
    </div>`;
  }

  /** What the route means: the app, the entry of the column, the page to load and the rest of the path. */
  place() {
    const [area, id, entryId, ...rest] = router.path;
    if (area === 'workspace') return workspacePage(id);
    if (area !== 'apps')
      return redirect(store.apps?.length === 1 ? `#/apps/${encodeURIComponent(store.apps[0].id)}/overview` : '#/apps');
    if (!id) return { current: 'apps', tag: 'tn-apps', load: () => import('../pages/apps.js') };
    if (id === 'new') return { current: 'apps', tag: 'tn-new-app', load: () => import('../pages/new-app.js') };
    const app = store.app(id);
    const entry = entryOf(entryId ?? 'overview');
    if (!app || !entry) return missing(app);
    const named = entry.tabs.length === 1 ? entry.tabs[0] : tabOf(entry, rest[0]);
    if (!named) return missing(app);
    const tail = entry.tabs.length === 1 ? rest : rest.slice(1);
    const page = tail.length ? named.detail : named;
    if (!page) return missing(app);
    const shown = page.load ? page : { tag: 'tn-later', load: () => import('../pages/later.js') };
    return { ...shown, app, entry, tab: named, tail, current: entry === SETTINGS ? 'settings' : entry.id };
  }
}

function workspacePage(id) {
  const entry = WORKSPACE.find(page => page.id === id && page.later);
  return entry
    ? {
        entry: { name: entry.name, tabs: [] },
        tab: { name: entry.name, later: entry.later },
        tail: [],
        current: id,
        tag: 'tn-later',
        load: () => import('../pages/later.js'),
      }
    : missing();
}

const missing = app => ({ app, current: '', tail: [], tag: 'tn-missing', load: () => import('../pages/missing.js') });

function redirect(href) {
  queueMicrotask(() => router.replace(href));
  return null;
}

customElements.define('tn-app', App);
