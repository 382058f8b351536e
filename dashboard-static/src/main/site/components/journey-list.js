import { html, nothing } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { duration, latency, middle, offset } from '../core/format.js';
import { sentence } from '../core/sentences.js';
import { clock } from '../core/time.js';

const PAUSE = 45_000;
const ICONS = new Map([
  ['journey', 'flag'],
  ['view', 'screen'],
  ['navigation', 'turn'],
  ['action', 'cursor'],
  ['error', 'warning'],
  ['business', 'money'],
  ['api', 'performance'],
  ['other', 'clock'],
]);
const SLOW = new Map([
  ['view', 1_000],
  ['api', 500],
]);

/** The events in time order; a pause over 45 s is a row of its own. */
export function journeyList({ items, start, chosen, choose, active, last, zone }) {
  return html`<ol class="journey">
    ${items.map((item, index) => {
      const pause = index ? Date.parse(item.at) - Date.parse(items[index - 1].at) : 0;
      return html`${
          pause > PAUSE
            ? html`<li>
                <div class="step pause">
                  <span></span><span></span><span class="what">${duration(pause)} without an event</span>
                </div>
              </li>`
            : nothing
        }
        <li>${row(item, start, item.event_id === chosen, choose)}</li>`;
    })}${
      active
        ? html`<li>
            <div class="step">
              <span class="at">now</span><span class="bead">${icon('clock')}</span
              ><span class="what"
                >Still active <span class="small quiet">Last event at ${clock(last.at, zone)}</span></span
              >
            </div>
          </li>`
        : nothing
    }
  </ol>`;
}

function row(item, start, chosen, choose) {
  const { verb, object, second } = sentence(item);
  const slow = item.duration_ms !== null && item.duration_ms > (SLOW.get(item.kind) ?? Infinity);
  const measured = item.duration_ms !== null && SLOW.has(item.kind);
  return html`<button
    class="step ${item.kind}"
    data-event=${item.event_id}
    data-type=${item.type}
    aria-pressed=${chosen}
    @click=${() => choose(item.event_id)}
  >
    <span class="at num">+${offset(Date.parse(item.at) - start)}</span
    ><span class="bead">${icon(ICONS.get(item.kind) ?? 'clock')}</span>
    <span class="what"
      ><span class="said">${verb} <b title=${object}>${middle(object, 90)}</b></span
      >${second ? html`<span class="small quiet under">${middle(second, 110)}</span>` : nothing}</span
    >
    <span class="measure num ${slow ? 'slow' : ''}">${measured ? latency(item.duration_ms) : nothing}</span>
  </button>`;
}
