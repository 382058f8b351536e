import { Light, html, nothing, props } from '../core/lit.js';

const WIDTH = 300;
const EDGE = 12;
const ROOM = 180;

let number = 0;

/** A label that says what it means: a button, and a popover that the browser opens, closes and announces. The words are
    fetched with the first label that is pointed at. */
class Term extends Light {
  static properties = { ...props('of', 'label'), meaning: { state: true } };

  constructor() {
    super();
    this.key = `meaning-${++number}`;
  }

  render() {
    return html`<button
        class="term"
        popovertarget=${this.key}
        data-term=${this.of}
        @pointerenter=${this.read}
        @focus=${this.read}
      >
        ${this.label}
      </button>
      <div class="pop meaning" id=${this.key} popover role="note" @beforetoggle=${this.opens}>
        ${this.meaning ? this.words(this.meaning) : nothing}
      </div>`;
  }

  words({ name, says, of, from }) {
    return html`<b>${name}</b>
      <p>${says}</p>
      <p class="small quiet">Definition ${of} · <span class="mono">${from}</span></p>`;
  }

  async read() {
    const { DEFINITIONS } = await import('../core/definitions.js');
    this.meaning = DEFINITIONS.get(this.of);
  }

  /** In the top layer nothing clips it; where it stands follows from the label, and ends with the next scrolling. */
  opens(event) {
    if (event.newState !== 'open') return;
    this.read();
    const at = this.querySelector('button').getBoundingClientRect();
    const below = innerHeight - at.bottom > ROOM;
    const { style: look } = event.target;
    look.left = `${Math.max(EDGE, Math.min(at.left, innerWidth - WIDTH - EDGE))}px`;
    look.top = below ? `${at.bottom + 4}px` : 'auto';
    look.bottom = below ? 'auto' : `${innerHeight - at.top + 4}px`;
    const close = () => event.target.isConnected && event.target.hidePopover();
    addEventListener('scroll', close, { once: true, capture: true });
  }
}

customElements.define('tn-term', Term);

/** The label of a figure that `core/definitions.js` defines. */
export const term = (of, label) => html`<tn-term .of=${of} .label=${label}></tn-term>`;
