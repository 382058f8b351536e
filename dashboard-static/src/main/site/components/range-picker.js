import { Light, html, nothing, props, Follow } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { RANGES, UNANSWERED, range } from '../core/ranges.js';
import { router } from '../core/router.js';
import './popup.js';

const LATER = 'Answered on request, which comes later: today there are snapshots of the four ranges above';

/** The presets there are snapshots of; the others of the design are shown with the reason why not yet. */
class RangePicker extends Light {
  static properties = props('app', 'allowed');

  constructor() {
    super();
    this.follow = new Follow(this, router);
  }

  render() {
    const now = range(this.allowed);
    return html`<tn-popup
        .look=${'button range-button'}
        .place=${'down right range-pop'}
        .label=${`Range: ${now.name}`}
        .button=${html`${icon('calendar')}${now.name}<span class="end">${icon('down')}</span>`}
        .content=${() => this.choices(now)}
      ></tn-popup>
      ${RANGES.map(each => html`<button hidden data-range=${each.id} ?disabled=${!this.allowed.includes(each.id)}></button>`)}`;
  }

  choices(now) {
    return html`<div class="range">
      <ul>
        ${RANGES.map(each => {
          const can = this.allowed.includes(each.id);
          return html`<li>
            <a
              class="row"
              data-preset=${each.id}
              href=${can ? router.with({ range: each.id }) : nothing}
              aria-current=${each === now ? 'true' : nothing}
              aria-disabled=${!can}
              title=${can ? nothing : 'This page has no snapshot of it'}
              >${each.name}<kbd>${each.key}</kbd></a
            >
          </li>`;
        })}${UNANSWERED.map(
          each =>
            html`<li>
              <button class="row" disabled title=${LATER}>
                ${each.name} ${each.key ? html`<kbd>${each.key}</kbd>` : nothing}
              </button>
            </li>`,
        )}
      </ul>
      <div>
        <p class="hint">Times are <b>${this.app.time_zone}</b>.</p>
        <p class="hint">${LATER}.</p>
        ${
          this.allowed.length < RANGES.length
            ? html`<p class="hint">
                This page keeps ${RANGES.find(each => each.id === this.allowed.at(-1)).name.toLowerCase()}.
              </p>`
            : nothing
        }
      </div>
    </div>`;
  }
}

customElements.define('tn-range-picker', RangePicker);
