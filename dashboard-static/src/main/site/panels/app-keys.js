// Settings: the keys of an app; make one, revoke one.
import { Light, html, nothing, props, Follow } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { api } from '../core/api.js';
import { store } from '../core/store.js';
import { dayOf, longDay, shortDay } from '../core/time.js';
import { badge, card } from '../components/card.js';
import { ask } from '../components/dialog.js';
import { failed, loading } from '../components/states.js';
import { toast } from '../components/toast.js';

const LIVE = 2;
const NEW = 86_400_000;

class AppKeys extends Light {
  static properties = {
    ...props('app'),
    keys: { state: true },
    problem: { state: true },
    naming: { state: true },
    wrong: { state: true },
  };

  constructor() {
    super();
    this.follow = new Follow(this, store);
  }

  connectedCallback() {
    super.connectedCallback();
    this.read();
  }

  get path() {
    return `/api/v1/apps/${encodeURIComponent(this.app.id)}/keys`;
  }

  async read() {
    this.problem = null;
    try {
      this.keys = (await api.get(this.path)).items;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    const live = this.keys?.filter(key => !key.revoked_at).length ?? 0;
    return card({
      id: 'keys',
      title: 'API keys',
      note: 'Write-only. A key can send events of this app and nothing else.',
      flush: true,
      tools: this.naming
        ? nothing
        : html`<button
            class="button small"
            id="new-key-button"
            ?disabled=${live >= LIVE}
            title=${live >= LIVE ? 'Two keys are live. Revoke one first.' : nothing}
            @click=${() => {
              this.naming = true;
            }}
          >
            ${icon('plus')} New key
          </button>`,
      body: html`${this.naming ? this.form() : nothing}${this.list()}`,
    });
  }

  form() {
    return html`<form class="form-row lined" id="new-key-form" @submit=${this.make}>
      <p>A name tells the keys apart, for example where it is used.</p>
      <div class="key-line">
        <input
          class="input"
          id="key-name"
          aria-label="Name of the key"
          placeholder="Production"
          required
          maxlength="100"
        />
        <button
          class="button"
          type="button"
          @click=${() => {
            this.naming = false;
          }}
        >
          Cancel
        </button>
        <button class="button main" id="create-key">Create key</button>
      </div>
      ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
    </form>`;
  }

  list() {
    if (this.problem) return html`<div class="card-body">${failed(this.problem, () => this.read())}</div>`;
    if (!this.keys) return html`<div class="card-body">${loading(2)}</div>`;
    if (!this.keys.length)
      return html`<div class="card-body second">No key. Events of this app are refused until there is one.</div>`;
    return html`<div class="scroll">
      <table aria-label="API keys">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" class="wide-only">Key</th>
            <th scope="col" class="wide-only">Created</th>
            <th scope="col">State</th>
            <th><span class="unseen">Revoke</span></th>
          </tr>
        </thead>
        <tbody>
          ${this.keys.map(key => this.row(key))}
        </tbody>
      </table>
    </div>`;
  }

  row(key) {
    const zone = this.app.time_zone;
    const gone = Boolean(key.revoked_at);
    return html`<tr class=${gone ? 'past' : ''} data-row=${key.id}>
      <td>
        ${key.name}<span class="phone-only small quiet mono"><br />${key.prefix}…</span>
      </td>
      <td class="mono wide-only">${key.prefix}…</td>
      <td class="wide-only">${longDay(dayOf(key.created_at, zone))}</td>
      <td>
        ${gone ? badge(`Revoked ${shortDay(dayOf(key.revoked_at, zone))}`) : this.isNew(key) ? badge('New', 'new') : badge('Live', 'good')}
      </td>
      <td class="num">
        ${gone ? nothing : html`<button class="link bad" data-revoke @click=${() => this.revoke(key)}>Revoke</button>`}
      </td>
    </tr>`;
  }

  isNew(key) {
    return Date.now() - Date.parse(key.created_at) < NEW;
  }

  async make(event) {
    event.preventDefault();
    this.wrong = null;
    try {
      const { api_key: text } = await api.post(this.path, { name: this.querySelector('#key-name').value.trim() });
      store.show(this.app.id, text);
      this.naming = false;
      await this.read();
      scrollTo(0, 0);
    } catch (problem) {
      this.wrong = problem.first;
    }
  }

  revoke(key) {
    ask({
      title: 'Revoke this key?',
      text: html`Requests with <code>${key.prefix}…</code> (${key.name}) are refused within 30 seconds. This cannot be
        undone.`,
      keep: 'Keep it',
      verb: 'Revoke key',
      danger: true,
      act: async () => {
        await api.call('DELETE', `${this.path}/${encodeURIComponent(key.id)}`);
        await this.read();
        toast('Key revoked');
      },
    });
  }
}

customElements.define('tn-app-keys', AppKeys);
