import { Light, html, nothing, props } from '../core/lit.js';
import { DEFINITIONS } from '../core/definitions.js';

const WIDTH = 300;
const EDGE = 12;
const ROOM = 180;

let number = 0;

/** A label that says what it means: a button, and a popover that the browser opens, closes and announces. */
class Term extends Light {
  static properties = props('of', 'label');

  constructor() {
    super();
    this.key = `meaning-${++number}`;
  }

  render() {
    const { name, says, of, from } = DEFINITIONS.get(this.of);
    return html`<button class="term" popovertarget=${this.key} data-term=${this.of}>${this.label ?? name}</button>
      <div class="pop meaning" id=${this.key} popover role="note" @beforetoggle=${this.opens}>
        <b>${name}</b>
        <p>${says}</p>
        <p class="small quiet">Definition ${of} · <span class="mono">${from}</span></p>
      </div>`;
  }

  /** In the top layer nothing clips it; where it stands follows from the label, and ends with the next scrolling. */
  opens(event) {
    if (event.newState !== 'open') return;
    const at = this.querySelector('button').getBoundingClientRect();
    const below = innerHeight - at.bottom > ROOM;
    const { style: look } = event.target;
    look.left = `${Math.max(EDGE, Math.min(at.left, innerWidth - WIDTH - EDGE))}px`;
    look.top = below ? `${at.bottom + 4}px` : 'auto';
    look.bottom = below ? 'auto' : `${innerHeight - at.top + 4}px`;
    addEventListener('scroll', () => event.target.isConnected && event.target.hidePopover(), {
      once: true,
      capture: true,
    });
  }
}

customElements.define('tn-term', Term);

/** The label of a figure; without a definition it is plain words. */
export const term = (of, label) =>
  DEFINITIONS.has(of) ? html`<tn-term .of=${of} .label=${label}></tn-term>` : (label ?? nothing);
