// Deltas, sparklines and the strip of stats.
import { html, nothing, svg } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { NONE, count, duration, tenth } from '../core/format.js';
import { term } from './term.js';

const THIN = '\u2009';

/** Arrow = direction, colour = judgement. `kind`: share (change in per cent), points (of a percentage), time. */
export function delta(now, before, { better = 'none', kind = 'share' } = {}) {
  if (before === null || before === undefined || now === null || now === undefined) return nothing;
  if (kind === 'share' && before === 0 && now !== 0) return html`<span class="delta">new</span>`;
  const size =
    kind === 'share' ? Math.abs(now / before - 1) * 100 : Math.abs(now - before) * (kind === 'points' ? 100 : 1);
  if (now === before || (kind !== 'time' && size < 0.05)) return html`<span class="delta">no change</span>`;
  const up = now > before;
  const amount = kind === 'time' ? duration(size) : `${tenth(size)}${THIN}${kind === 'points' ? 'pp' : '%'}`;
  const look = better === 'none' ? 'second' : up === (better === 'up') ? 'good' : 'bad';
  return html`<span class="delta ${look}">${icon(up ? 'up' : 'fall', up ? 'up' : 'down')}${amount}</span>`;
}

/** The finished buckets only; no axis, no dot. */
export function sparkline(values, { ink = false, long = false } = {}) {
  if (values.length < 2) return nothing;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const y = value => (high === low ? 10 : 19 - ((value - low) / (high - low)) * 18);
  const points = values
    .map((value, index) => `${((index / (values.length - 1)) * 56).toFixed(1)},${y(value).toFixed(1)}`)
    .join(' ');
  return html`<svg
    class="spark ${ink ? 'ink' : ''} ${long ? 'long' : ''}"
    viewBox="0 0 56 20"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${svg`<polyline points=${points}></polyline>`}
  </svg>`;
}

/** A stat: {id, label, value, unit?, note?, delta?, spark?, raw?}. One with `series` can be chosen, all over. */
export const strip = (stats, chosen, choose) =>
  html`<div class="strip">
    ${stats.map(stat => {
      const on = stat.series && stat.id === chosen;
      return html`<div class="stat ${on ? 'chosen' : ''}" data-stat=${stat.id}>
        <span class="stat-label">${term(stat.id, stat.label)}</span>
        <span class="stat-value" data-figure=${stat.id} data-value=${stat.raw ?? nothing}
          >${
            stat.estimated
              ? html`<span class="approx" title="Sampled events weigh 1 / sample rate">≈${THIN}${stat.value}</span>`
              : stat.value
          }${stat.unit ? html`<span class="unit">${stat.unit}</span>` : nothing}</span
        >
        <span class="stat-foot"
          ><span>${stat.delta ?? stat.note ?? nothing}</span>${stat.spark ? sparkline(stat.spark) : nothing}</span
        >
        ${
          stat.series
            ? html`<button
                class="stat-choose"
                aria-label=${`Draw ${stat.label}`}
                aria-pressed=${on}
                @click=${() => choose(stat.id)}
              ></button>`
            : nothing
        }
      </div>`;
    })}
  </div>`;

/** Value and unit of a ratio, for a stat. */
export const ratio = value =>
  value === null || value === undefined ? { value: NONE } : { value: tenth(value * 100), unit: '%' };

export const whole = value => ({ value: count(value), raw: value });

/** How many sessions bounced and how many failed; `old` is the period they are held against, if any. */
export function rates(answer, old) {
  return [
    {
      id: 'bounce_rate',
      label: 'Bounce rate',
      ...ratio(answer.bounce_rate),
      delta: old && delta(answer.bounce_rate, old.bounce_rate, { better: 'down', kind: 'points' }),
    },
    {
      id: 'error_rate',
      label: 'Error rate',
      ...ratio(answer.error_rate),
      delta: old && delta(answer.error_rate, old.error_rate, { better: 'down', kind: 'points' }),
    },
  ];
}
