import { Light, html, nothing } from '../core/lit.js';

const STAYS = 6_000;

/** One message at a time, bottom left; it stays while it is hovered or focused. */
class Toast extends Light {
  static properties = { message: { state: true } };

  show(text, undo) {
    this.message = { text, undo };
    this.hold();
    this.timer = setTimeout(() => this.hide(), STAYS);
  }

  hold() {
    clearTimeout(this.timer);
  }

  release() {
    this.timer = setTimeout(() => this.hide(), STAYS / 2);
  }

  hide() {
    this.hold();
    this.message = null;
  }

  render() {
    return html`<div role="status" aria-live="polite">
      ${
        this.message
          ? html` <div
              class="toast"
              @pointerenter=${this.hold}
              @pointerleave=${this.release}
              @focusin=${this.hold}
              @focusout=${this.release}
            >
              <span>${this.message.text}</span>
              ${
                this.message.undo
                  ? html`<button
                      @click=${() => {
                        this.message.undo();
                        this.hide();
                      }}
                    >
                      Undo
                    </button>`
                  : nothing
              }
              <button @click=${this.hide}>Close</button>
            </div>`
          : nothing
      }
    </div>`;
  }
}

customElements.define('tn-toast', Toast);

export const toast = (text, undo) => document.querySelector('tn-toast')?.show(text, undo);
