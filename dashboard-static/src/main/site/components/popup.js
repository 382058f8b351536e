import { Light, html, nothing, props } from '../core/lit.js';

/** A button and what it opens below or above itself. Esc and a click elsewhere close it and give the focus back. */
class Popup extends Light {
  static properties = { ...props('button', 'content', 'look', 'label', 'place'), open: { state: true } };

  constructor() {
    super();
    this.open = false;
    this.outside = event => !event.composedPath().includes(this) && this.close(false);
    this.escape = event => event.key === 'Escape' && this.close(true);
  }

  render() {
    return html`<div class="pop-anchor"><button class=${this.look} aria-expanded=${this.open} aria-haspopup="dialog"
        aria-label=${this.label ?? nothing} @click=${() => this.open ? this.close(true) : this.show()}>${this.button}</button>
      ${this.open ? html`<div class="pop ${this.place}" role="dialog" aria-label=${this.label ?? nothing}
        @click=${this.chosen}>${this.content()}</div>` : nothing}</div>`;
  }

  /** A link, or a button that says so, ends the choice. */
  chosen(event) {
    if (event.target.closest('a, [data-closes]')) this.close(true);
  }

  async show() {
    this.open = true;
    addEventListener('pointerdown', this.outside, true);
    addEventListener('keydown', this.escape);
    await this.updateComplete;
    this.querySelector('.pop :is(input, a, button:not(:disabled))')?.focus();
  }

  close(back) {
    removeEventListener('pointerdown', this.outside, true);
    removeEventListener('keydown', this.escape);
    if (this.open && back) this.querySelector('button').focus();
    this.open = false;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.close(false);
  }
}

customElements.define('tn-popup', Popup);
