// Reads insights and keeps them fresh: panels that want the same one share one request, and one copy of the snapshot.
import { api } from './api.js';
import { insightOf } from './snapshot.js';

const EVERY = 60_000;
const RETRIES = [5_000, 15_000, 60_000];
const KEPT = 6;
/** How long an insight that is not there yet is asked for often. */
const HOPEFUL = 24;

const snapshots = new Map();
const reads = new Map();

/** One insight of one app. `state` is loading, ready, none or failed; an old answer stays while a new one is read. */
class Read extends EventTarget {
  constructor(app, insight) {
    super();
    Object.assign(this, {
      app,
      insight,
      state: 'loading',
      answer: null,
      etag: null,
      stale: false,
      through: null,
      reading: false,
      failures: 0,
      misses: 0,
      readers: 0,
      problem: null,
    });
  }

  open() {
    if (this.readers++ === 0) this.read();
  }

  close() {
    if (--this.readers > 0) return;
    clearTimeout(this.timer);
    reads.delete(`${this.app} ${this.insight}`);
  }

  async read() {
    clearTimeout(this.timer);
    this.reading = true;
    this.changed();
    try {
      await this.ask();
      this.failures = 0;
    } catch (problem) {
      this.fail(problem);
    }
    this.reading = false;
    this.changed();
    if (this.readers > 0) this.timer = setTimeout(() => this.again(), this.pause());
  }

  async ask() {
    const path = `/api/v1/apps/${encodeURIComponent(this.app)}/insights/${encodeURIComponent(this.insight)}`;
    const response = await api.answer('GET', path, undefined, this.etag ? { 'If-None-Match': this.etag } : {});
    if (response.status === 304) return;
    const named = await response.json();
    const etag = response.headers.get('etag');
    const answer = insightOf(await snapshotOf(named, etag), this.app, this.insight);
    Object.assign(this, {
      etag,
      answer,
      state: answer ? 'ready' : 'none',
      stale: named.stale === true,
      problem: null,
      manifest: named.manifest ?? null,
      through: answer?.data_through ?? named.data_through ?? null,
    });
  }

  fail(problem) {
    if (problem.status === 404)
      return Object.assign(this, { state: 'none', answer: null, problem: null, misses: this.misses + 1 });
    this.failures++;
    return Object.assign(this, { state: 'failed', problem });
  }

  pause() {
    if (this.state === 'failed') return RETRIES[Math.min(this.failures, RETRIES.length) - 1];
    return this.state === 'none' && this.misses < HOPEFUL ? RETRIES[0] : EVERY;
  }

  again() {
    if (document.hidden)
      document.addEventListener('visibilitychange', () => this.readers > 0 && this.read(), { once: true });
    else this.read();
  }

  changed() {
    this.dispatchEvent(new Event('change'));
    all.dispatchEvent(new Event('change'));
  }
}

/** Says `change` when any insight that is on the page did. */
export const all = new (class extends EventTarget {
  get list() {
    return [...reads.values()].filter(read => read.readers > 0);
  }
})();

function readOf(app, insight) {
  const key = `${app} ${insight}`;
  if (!reads.has(key)) reads.set(key, new Read(app, insight));
  return reads.get(key);
}

/** The documents are immutable: one that is here under its ETag is not fetched again. */
function snapshotOf(named, etag) {
  const key = etag ?? named.url;
  if (!snapshots.has(key)) {
    const fetching = api.document(named.url);
    fetching.catch(() => snapshots.delete(key));
    snapshots.set(key, fetching);
    if (snapshots.size > KEPT) snapshots.delete(snapshots.keys().next().value);
  }
  return snapshots.get(key);
}

/** Holds the insight that its host names now, and lets go of the one before. */
export class Insight {
  constructor(host, named) {
    this.host = host;
    this.named = named;
    this.redraw = () => host.requestUpdate();
    host.addController(this);
  }

  hostConnected() {
    this.hostUpdate();
  }

  /** A host that has left the page may still be drawn once more: it must not ask again. */
  hostUpdate() {
    if (!this.host.isConnected) return;
    const [app, insight] = this.named();
    if (!app || (this.read?.app === app && this.read?.insight === insight)) return;
    const before = this.read;
    this.read = readOf(app, insight);
    this.read.addEventListener('change', this.redraw);
    this.read.open();
    this.release(before);
  }

  hostDisconnected() {
    this.release(this.read);
    this.read = null;
  }

  release(read) {
    read?.removeEventListener('change', this.redraw);
    read?.close();
  }
}
