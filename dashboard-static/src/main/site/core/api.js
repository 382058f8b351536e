// The only place that calls fetch. The access token lives here, in memory; the refresh token in a cookie no script sees.
import { parsed } from './shape.js';

const HEADER = { 'X-TraceNova': 'dashboard' };
const REFRESH = '/api/v1/auth/refresh';
const TIMEOUT = 20_000;
const LARGEST = 32 * 1024 * 1024;

let token = null;
let renewing = null;

/** What the server refused, or that it could not be reached (status 0). */
export class Problem extends Error {
  constructor(status, body) {
    super(
      sentence(
        body?.detail || body?.title || (status ? `the server answered ${status}` : 'the server could not be reached'),
      ),
    );
    this.status = status;
    this.kind = String(body?.type ?? '')
      .split('/')
      .pop();
    this.code = body?.code ?? this.kind;
    this.errors = Array.isArray(body?.errors) ? body.errors : [];
    this.instance = body?.instance;
  }

  /** Whether somebody else was faster. */
  get isStale() {
    return this.status === 412;
  }

  /** What to say where there is room for one sentence. */
  get first() {
    return this.errors.length ? sentence(this.errors[0].detail) : this.message;
  }

  /** What is wrong with one field of a form, by its pointer. */
  of(field) {
    const found = this.errors.find(
      error =>
        String(error.pointer ?? '')
          .split('/')
          .pop() === field,
    );
    return found ? sentence(found.detail) : undefined;
  }
}

const sentence = words => {
  const text = String(words);
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');
};

export const api = new (class extends EventTarget {
  get(path, headers) {
    return this.call('GET', path, undefined, headers);
  }

  post(path, body = {}) {
    return this.call('POST', path, body);
  }

  async call(method, path, body, headers = {}) {
    const answer = await this.answer(method, path, body, headers);
    if (answer.status === 204) return null;
    const type = answer.headers.get('content-type') ?? '';
    return type.includes('json') ? answer.json() : null;
  }

  /** What is there, or what a change of it made, with the tag that the next change must name. */
  async tagged(method, path, body, tag) {
    const answer = await this.answer(method, path, body, tag ? { 'If-Match': tag } : {});
    return { value: await answer.json(), tag: answer.headers.get('etag') };
  }

  /** The response itself; a token that has run out is renewed once. 304 is an answer, not a problem. */
  async answer(method, path, body, headers = {}) {
    let response = await send(method, path, body, headers);
    if (response.status === 401 && token && path !== REFRESH && (await this.renew())) {
      response = await send(method, path, body, headers);
    }
    if (response.ok || response.status === 304) return response;
    if (response.status === 401 && token) this.end('Signed out, because this session was revoked.');
    throw new Problem(response.status, await response.json().catch(() => null));
  }

  async signIn(email, password) {
    return this.accept(await this.post('/api/v1/auth/login', { email, password }));
  }

  async register(email, password, workspace) {
    return this.accept(await this.post('/api/v1/auth/register', { email, password, workspace }));
  }

  async signOut(everywhere = false) {
    const failed = await this.post('/api/v1/auth/logout', { everywhere }).catch(problem => problem.status !== 401);
    this.end(failed ? 'Signed out in this tab only: the server did not answer.' : null);
  }

  /** The user of the refresh cookie, or null. Callers at the same moment share one request. */
  renew() {
    renewing ??= alone(() => this.post(REFRESH))
      .then(
        tokens => this.accept(tokens),
        problem => this.refused(problem),
      )
      .finally(() => {
        renewing = null;
      });
    return renewing;
  }

  refused(problem) {
    if (problem.status === 0 || problem.status >= 500) throw problem;
    return null;
  }

  accept(tokens) {
    token = tokens.access_token;
    return tokens.user;
  }

  end(reason) {
    token = null;
    this.dispatchEvent(new CustomEvent('ended', { detail: reason }));
  }

  /** Sends an event as an app would, with its key and without any credential of the reader. */
  async track(path, key, event) {
    const response = await reach(path, {
      method: 'POST',
      credentials: 'omit',
      body: JSON.stringify(event),
      headers: { 'Content-Type': 'application/json', 'X-Api-Key': key },
    });
    if (!response.ok) throw new Problem(response.status, await response.json().catch(() => null));
    return response.json();
  }

  config() {
    return reach('config.json', { cache: 'no-store' })
      .then(response => response.json())
      .catch(() => ({}));
  }

  /** A document behind a signed address: no credential goes along. */
  async document(url) {
    const response = await reach(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!response.ok) throw new Problem(response.status, { detail: `The snapshot answered ${response.status}.` });
    if (Number(response.headers.get('content-length')) > LARGEST)
      throw new Problem(0, { detail: 'The snapshot is too large.' });
    const text = await response.text();
    if (text.length > LARGEST) throw new Problem(0, { detail: 'The snapshot is too large.' });
    return parsed(text);
  }
})();

/** One tab at a time: a refresh token that comes twice is taken for a stolen one. */
function alone(ask) {
  return navigator.locks ? navigator.locks.request('tracenova.refresh', ask) : ask();
}

function send(method, path, body, headers) {
  return reach(path, {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    headers: {
      ...HEADER,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

async function reach(url, options) {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(TIMEOUT), ...options });
  } catch {
    throw new Problem(0, null);
  }
}
