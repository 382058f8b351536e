import { Light, html, props, Follow } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { api } from '../core/api.js';
import { initials } from '../core/format.js';
import { preferences } from '../core/preferences.js';
import { store } from '../core/store.js';
import { segments, select } from '../components/card.js';
import '../components/popup.js';

const THEMES = [
  { id: 'system', name: 'System' },
  { id: 'light', name: 'Light' },
  { id: 'dark', name: 'Dark' },
];
const NUMBERS = [
  ['', 'As this browser'],
  ['en', '1,241.5'],
  ['de', '1.241,5'],
  ['fr', '1 241,5'],
  ['de-CH', '1’241.5'],
];
const ROLES = new Map([
  ['owner', 'Owner'],
  ['admin', 'Admin'],
  ['viewer', 'Viewer'],
]);

/** Who is signed in; theme, numbers, single keys; the way out. */
class Account extends Light {
  static properties = props('place');

  constructor() {
    super();
    this.follow = new Follow(this, store, preferences);
  }

  shouldUpdate() {
    return store.user !== null;
  }

  render() {
    const user = store.user;
    const button = html`<span class="mark round">${initials(user.email)}</span
      ><span class="cut">${user.email}</span>${icon('more')}`;
    return html`<tn-popup
      .look=${'account'}
      .place=${this.place ?? 'up'}
      .label=${`Account of ${user.email}`}
      .button=${button}
      .content=${() => this.menu(user)}
    ></tn-popup>`;
  }

  menu(user) {
    return html`<div class="sub">${user.email}<br />${ROLES.get(user.role) ?? user.role} of ${user.workspace.name}</div>
      <hr />
      <div class="pair">
        <span class="label">Theme</span>${segments(
          THEMES,
          preferences.get('theme') ?? 'system',
          theme => this.choose('theme', theme),
          { framed: true, label: 'Theme' },
        )}
      </div>
      <div class="pair">
        <label class="label" for="numbers">Numbers</label>${select({
          id: 'numbers',
          value: preferences.get('numbers') ?? '',
          options: NUMBERS,
          change: event => this.choose('numbers', event.target.value),
        })}
      </div>
      <div class="pair">
        <label class="check"
          ><input
            type="checkbox"
            .checked=${preferences.get('keys') !== 'off'}
            @change=${event => this.choose('keys', event.target.checked ? 'on' : 'off')}
          />
          Single keys</label
        >
      </div>
      <hr />
      <button
        class="row"
        data-closes
        data-keys
        @click=${() => this.dispatchEvent(new CustomEvent('show', { bubbles: true, detail: 'keys' }))}
      >
        Keys <kbd>?</kbd>
      </button>
      <a class="row" href="/api/v1/docs" target="_blank" rel="noopener">API documentation</a>
      <button class="row" data-sign-out @click=${() => api.signOut()}>Sign out</button>
      <button class="row" data-sign-out-everywhere @click=${() => api.signOut(true)}>Sign out everywhere</button>`;
  }

  choose(name, value) {
    preferences.set(name, value);
    this.querySelector('tn-popup').requestUpdate();
  }
}

customElements.define('tn-account', Account);
