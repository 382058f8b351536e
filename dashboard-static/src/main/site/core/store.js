// Who is signed in, and their apps: what more than one page needs.
import { api } from './api.js';

const byName = (a, b) => a.name.localeCompare(b.name);

export const store = new (class extends EventTarget {
  user = null;
  apps = null;
  config = {};
  reason = null;
  fresh = new Map();

  async start() {
    [this.config, this.user] = await Promise.all([api.config(), api.renew()]);
    if (this.user) await this.readApps();
    this.changed();
  }

  async enter(user) {
    this.user = user;
    this.reason = null;
    await this.readApps();
    this.changed();
  }

  leave(reason) {
    Object.assign(this, { user: null, apps: null, reason });
    this.fresh.clear();
    this.changed();
  }

  async readApps() {
    this.apps = (await api.get('/api/v1/apps')).items.sort(byName);
    this.changed();
  }

  app(id) {
    return this.apps?.find(app => app.id === id);
  }

  put(app) {
    const others = this.apps.filter(other => other.id !== app.id);
    this.apps = [...others, app].sort(byName);
    this.changed();
  }

  drop(id) {
    this.apps = this.apps.filter(app => app.id !== id);
    this.fresh.delete(id);
    this.changed();
  }

  /** A key that was just made: here until its owner has stored it, then nowhere. */
  show(app, key) {
    this.fresh.set(app, key);
    this.changed();
  }

  stored(app) {
    this.fresh.delete(app);
    this.changed();
  }

  get mayChange() {
    return this.user !== null && this.user.role !== 'viewer';
  }

  get ingest() {
    return String(this.config.api_url ?? location.origin).replace(/\/+$/, '');
  }

  changed() {
    this.dispatchEvent(new Event('change'));
  }
})();

api.addEventListener('ended', event => store.leave(event.detail));
