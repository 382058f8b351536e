import { Light, html, nothing, props } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { store } from '../core/store.js';
import { router } from '../core/router.js';
import { LANGUAGES, example } from '../core/snippets.js';
import { copy } from './code-block.js';
import { segments } from './card.js';

const LEAVE = 'This key is not shown again. Leave without storing it?';

/** A new key, shown once. The box unlocks Done; leaving before asks. */
class KeyOnce extends Light {
  static properties = { ...props('app', 'bare'), kept: { state: true }, language: { state: true } };

  constructor() {
    super();
    Object.assign(this, { kept: false, language: 'curl' });
    this.guard = () => this.kept || confirm(LEAVE);
    this.stay = event => {
      if (!this.kept) event.preventDefault();
    };
  }

  connectedCallback() {
    super.connectedCallback();
    router.guard = this.guard;
    addEventListener('beforeunload', this.stay);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    if (router.guard === this.guard) router.guard = null;
    removeEventListener('beforeunload', this.stay);
  }

  render() {
    const key = store.fresh.get(this.app);
    if (!key) return nothing;
    const snippet = LANGUAGES.find(([name]) => name === this.language)[1];
    return html`<section class="key-once" aria-label="New API key" data-key-once>
      <div class="key-say">
        ${icon('key')}
        <div>
          <b>Copy this key now. It is shown only once.</b>
          <p class="small second">
            We keep only its hash. Lost keys are replaced, not recovered: two live keys may overlap while you switch.
          </p>
        </div>
      </div>
      <div class="key-in">
        <div class="key-line">
          <input
            class="input mono"
            id="new-key"
            readonly
            aria-label="API key"
            .value=${key}
            @focus=${event => event.target.select()}
          />
          <button class="button main" data-copy-key @click=${() => copy(key, 'Key copied')}>
            ${icon('copy')} Copy key
          </button>
        </div>
        ${
          this.bare
            ? nothing
            : html`${segments(
                  LANGUAGES.map(([name]) => ({ id: name, name })),
                  this.language,
                  name => {
                    this.language = name;
                  },
                  { label: 'Language' },
                )} <tn-code .code=${snippet(store.ingest, key, example('page_view'))} .hot=${key}></tn-code>`
        }
        <div class="key-line">
          <label class="check"
            ><input
              type="checkbox"
              id="key-stored"
              .checked=${this.kept}
              @change=${event => {
                this.kept = event.target.checked;
              }}
            />
            I have stored the key</label
          >
          <button class="button" data-done ?disabled=${!this.kept} @click=${() => store.stored(this.app)}>Done</button>
        </div>
      </div>
    </section>`;
  }
}

customElements.define('tn-key-once', KeyOnce);
