import { Light, html, props } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { ENTRIES, SETTINGS, WORKSPACE, pathOf } from '../core/navigation.js';
import { KEYS } from '../core/keys.js';
import { router } from '../core/router.js';
import { store } from '../core/store.js';

const SHOWN = 12;

/** Ctrl or ⌘ K: pages and apps by name, and a session by its id. */
class Palette extends Light {
  static properties = { ...props('app'), wanted: { state: true }, at: { state: true } };

  async show() {
    Object.assign(this, { wanted: '', at: 0 });
    await this.updateComplete;
    this.querySelector('dialog').showModal();
    this.querySelector('input').value = '';
    this.querySelector('input').focus();
  }

  render() {
    const found = this.found();
    return html`<dialog
      class="palette"
      aria-label="Go to"
      @click=${event => event.target === event.currentTarget && this.close()}
    >
      <div class="search">
        ${icon('search')}<input
          class="input"
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant=${`palette-${this.at}`}
          aria-label="Page, app or session"
          placeholder="Page, app or session id"
          @input=${event => {
            this.wanted = event.target.value;
            this.at = 0;
          }}
          @keydown=${event => this.key(event, found)}
        />
      </div>
      ${
        found.length
          ? html`<ul id="palette-list" role="listbox">
              ${found.map(
                (place, index) =>
                  html` <li role="option" id=${`palette-${index}`} aria-selected=${index === this.at}>
                    <a href=${place.href} tabindex="-1" @click=${this.close}>
                      ${icon(place.icon)}<span>${place.name}</span><span class="small quiet">${place.kind}</span></a
                    >
                  </li>`,
              )}
            </ul>`
          : html`<p class="none">Nothing of that name.</p>`
      }
    </dialog>`;
  }

  found() {
    const wanted = (this.wanted ?? '').trim().toLowerCase();
    const places = this.places()
      .filter(place => `${place.name} ${place.kind}`.toLowerCase().includes(wanted))
      .slice(0, SHOWN);
    if (!this.app || wanted.length < 4 || /\s/.test(wanted)) return places;
    return [
      ...places,
      {
        name: this.wanted.trim(),
        kind: 'Session',
        icon: 'users',
        href: router.href('apps', this.app.id, 'users', 'sessions', this.wanted.trim()),
      },
    ];
  }

  places() {
    const pages = !this.app
      ? []
      : [...ENTRIES, SETTINGS].flatMap(entry =>
          entry.tabs.map(tab => ({
            name: entry.tabs.length > 1 ? `${entry.name}: ${tab.name}` : entry.name,
            kind: tab.later ? 'later' : this.app.name,
            icon: entry.icon,
            href: router.href(...pathOf(this.app.id, entry, tab)),
            later: Boolean(tab.later),
          })),
        );
    const apps = (store.apps ?? []).map(app => ({
      name: app.name,
      kind: app.platform,
      icon: 'apps',
      href: router.href('apps', app.id, 'overview'),
    }));
    const workspace = WORKSPACE.map(page => ({
      name: page.id === 'apps' ? 'All apps' : page.name,
      kind: 'Workspace',
      icon: page.icon,
      href: page.later ? `#/workspace/${page.id}` : '#/apps',
      later: Boolean(page.later),
    }));
    return [...pages, ...apps, ...workspace].sort((a, b) => (a.later ?? false) - (b.later ?? false));
  }

  key(event, found) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.at = (this.at + step + found.length) % Math.max(found.length, 1);
    }
    if (event.key === 'Enter' && found[this.at]) {
      router.go(found[this.at].href);
      this.close();
    }
  }

  close() {
    this.querySelector('dialog').close();
  }
}

customElements.define('tn-palette', Palette);

/** `?`: what the keys do. */
class Keys extends Light {
  async show() {
    await this.updateComplete;
    this.querySelector('dialog').showModal();
  }

  render() {
    return html`<dialog class="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">Keys</h2>
      <dl>
        ${KEYS.map(
          ([key, does]) =>
            html`<dt><kbd>${key}</kbd></dt>
              <dd>${does}</dd>`,
        )}
      </dl>
      <p class="hint">Single keys are off in fields, and can be turned off in the account menu.</p>
      <form method="dialog">
        <div class="buttons"><button class="button">Close</button></div>
      </form>
    </dialog>`;
  }
}

customElements.define('tn-keys', Keys);
