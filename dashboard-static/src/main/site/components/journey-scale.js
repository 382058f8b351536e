import { html, nothing, svg } from '../core/lit.js';
import { duration, mark } from '../core/format.js';
import { clock, exactClock } from '../core/time.js';

const PAUSE = 45_000;
const MARKS = 5;

/** The whole session to scale: active stretches shaded, a tick per event, errors red and taller, money green. */
export function scale(items, zone) {
  if (items.length < 2) return nothing;
  const times = items.map(item => Date.parse(item.at));
  const [from, to] = [times[0], Math.max(times.at(-1), times[0] + 1)];
  const at = time => `${(((time - from) / (to - from)) * 99.6 + 0.2).toFixed(2)}%`;
  const wide = (a, b) => `${Math.max(0.3, ((b - a) / (to - from)) * 99.6).toFixed(2)}%`;
  const end = to - from < 1000 ? exactClock : clock;
  const marks = Array.from({ length: MARKS }, (_, index) => from + ((to - from) * index) / (MARKS - 1));
  return html`<div class="scale">
    <svg role="img" aria-label=${`${items.length} events in ${duration(to - from)}`}>
      ${stretches(times).map(([a, b]) => svg`<rect class="active" x=${at(a)} width=${wide(a, b)} y="4" height="28" rx="2"></rect>`)}
      <line class="base" x1="0" x2="100%" y1="33" y2="33"></line>
      ${items.map((item, index) => svg`<line class=${`tick ${item.kind}`} x1=${at(times[index])} x2=${at(times[index])} y1=${high(item)} y2="32"></line>`)}
    </svg>
    <div class="times num">
      ${marks.map(
        (time, index) =>
          html`<span
            >${
              index === 0 || index === MARKS - 1
                ? end(new Date(time).toISOString(), zone)
                : `+${mark(time - from, to - from)}`
            }</span
          >`,
      )}
    </div>
  </div>`;
}

const high = item => (item.kind === 'error' ? 0 : item.kind === 'other' ? 20 : 12);

function stretches(times) {
  const found = [[times[0], times[0]]];
  times.forEach(time => {
    if (time - found.at(-1)[1] > PAUSE) found.push([time, time]);
    else found.at(-1)[1] = time;
  });
  return found;
}
