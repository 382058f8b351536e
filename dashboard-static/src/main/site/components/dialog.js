import { Light, html, nothing, props } from '../core/lit.js';

/** A question, what will happen, and a verb on the button. `act` may fail: then the dialog stays and says why. */
class Dialog extends Light {
  static properties = { ...props('asked'), wrong: { state: true }, busy: { state: true }, typed: { state: true } };

  ask(question) {
    Object.assign(this, { asked: question, wrong: null, busy: false, typed: '' });
    this.updateComplete.then(() => this.querySelector('dialog').showModal());
  }

  close() {
    this.querySelector('dialog')?.close();
  }

  async act(event) {
    event.preventDefault();
    this.busy = true;
    this.wrong = null;
    try {
      await this.asked.act();
      this.close();
    } catch (problem) {
      this.wrong = problem.message;
    }
    this.busy = false;
  }

  render() {
    const asked = this.asked;
    if (!asked) return nothing;
    const locked = this.busy || (asked.type !== undefined && this.typed !== asked.type);
    return html`<dialog
      aria-labelledby="dialog-title"
      data-dialog
      @close=${() => {
        this.asked = null;
      }}
    >
      <form @submit=${this.act}>
        <h2 id="dialog-title">${asked.title}</h2>
        <p class="said">${asked.text}</p>
        ${
          asked.type === undefined
            ? nothing
            : html`<div class="field">
                <label for="dialog-type">Type <b>${asked.type}</b> to go on</label>
                <input
                  class="input"
                  id="dialog-type"
                  autocomplete="off"
                  .value=${this.typed}
                  @input=${event => {
                    this.typed = event.target.value;
                  }}
                />
              </div>`
        }
        ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
        <div class="buttons">
          <button type="button" class="button" data-cancel @click=${this.close}>${asked.keep}</button>
          <button class="button ${asked.danger ? 'danger' : 'main'}" data-confirm ?disabled=${locked}>
            ${asked.verb}
          </button>
        </div>
      </form>
    </dialog>`;
  }
}

customElements.define('tn-dialog', Dialog);

export const ask = question => document.querySelector('tn-dialog').ask(question);
