import { Light, html, nothing, props } from '../core/lit.js';

/** A button and what it opens below or above itself. Esc and a click elsewhere close it and give the focus back. */
class Popup extends Light {
  static properties = { ...props('button', 'content', 'look', 'label', 'place'), open: { state: true } };

  constructor() {
    super();
    this.open = false;
    this.outside = event => !event.composedPath().includes(this) && this.close(false);
    this.keys = event => (event.key === 'Escape' ? this.close(true) : event.key === 'Tab' && this.turn(event));
  }

  render() {
    return html`<div class="pop-anchor">
      <button
        class=${this.look}
        aria-expanded=${this.open}
        aria-haspopup="dialog"
        aria-label=${this.label ?? nothing}
        @click=${() => (this.open ? this.close(true) : this.show())}
      >
        ${this.button}
      </button>
      ${
        this.open
          ? html`<div class="pop ${this.place}" role="dialog" aria-label=${this.label ?? nothing} @click=${this.chosen}>
              ${this.content()}
            </div>`
          : nothing
      }
    </div>`;
  }

  /** A link, or a button that says so, ends the choice. */
  chosen(event) {
    if (event.target.closest('a, [data-closes]')) this.close(true);
  }

  async show() {
    this.open = true;
    addEventListener('pointerdown', this.outside, true);
    addEventListener('keydown', this.keys);
    await this.updateComplete;
    this.stops()[0]?.focus();
  }

  stops() {
    return [...this.querySelectorAll('.pop :is(input, select, a[href], button:not(:disabled))')];
  }

  /** Tab goes round inside. */
  turn(event) {
    const stops = this.stops();
    const [first, last] = event.shiftKey ? [stops.at(-1), stops[0]] : [stops[0], stops.at(-1)];
    if (document.activeElement !== last && this.querySelector('.pop').contains(document.activeElement)) return;
    event.preventDefault();
    first?.focus();
  }

  close(back) {
    removeEventListener('pointerdown', this.outside, true);
    removeEventListener('keydown', this.keys);
    if (this.open && back) this.querySelector('button').focus();
    this.open = false;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.close(false);
  }
}

customElements.define('tn-popup', Popup);
