import { Light, html, nothing, props, Follow } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { ENTRIES, SETTINGS, pathOf } from '../core/navigation.js';
import { router } from '../core/router.js';
import { store } from '../core/store.js';
import { entries, link } from './column.js';

const FIVE = ['overview', 'behaviour', 'errors', 'alerts'];

/** The phone's bottom bar, and the sheet with all entries that More opens. */
class Phone extends Light {
  static properties = { ...props('app', 'current'), open: { state: true } };

  constructor() {
    super();
    this.follow = new Follow(this, router, store);
    this.shut = () => this.close();
  }

  connectedCallback() {
    super.connectedCallback();
    router.addEventListener('change', this.shut);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    router.removeEventListener('change', this.shut);
  }

  render() {
    return html`<nav class="bottom" aria-label="Short">
        ${
          this.app
            ? ENTRIES.filter(entry => FIVE.includes(entry.id))
                .sort((a, b) => FIVE.indexOf(a.id) - FIVE.indexOf(b.id))
                .map(
                  entry =>
                    html`<a
                      href=${router.href(...pathOf(this.app.id, entry))}
                      aria-current=${entry.id === this.current && !this.open ? 'page' : nothing}
                      >${icon(entry.icon)}${entry.name}</a
                    >`,
                )
            : html`<a href="#/apps" aria-current=${this.current === 'apps' ? 'page' : nothing}>${icon('apps')}Apps</a>`
        }
        <button data-more aria-expanded=${Boolean(this.open)} @click=${() => (this.open ? this.close() : this.show())}>
          ${icon('menu')}More
        </button>
      </nav>
      <dialog
        class="sheet"
        aria-label="All pages"
        @close=${() => {
          this.open = false;
        }}
        @click=${this.chosen}
        @keydown=${event => event.key === 'Escape' && this.close()}
      >
        ${
          this.open
            ? html` ${entries(this.app, this.current)}
                <hr />
                ${this.app ? link(SETTINGS, router.href(...pathOf(this.app.id, SETTINGS)), this.current === 'settings') : nothing}
                <hr />
                <tn-account .place=${'up'}></tn-account>`
            : nothing
        }
      </dialog>`;
  }

  async show() {
    this.open = true;
    await this.updateComplete;
    this.querySelector('dialog').show();
  }

  close() {
    if (this.querySelector('dialog:focus-within')) this.querySelector('[data-more]').focus();
    this.querySelector('dialog')?.close();
  }

  chosen(event) {
    if (event.target.closest('a')) this.close();
  }
}

customElements.define('tn-phone', Phone);
