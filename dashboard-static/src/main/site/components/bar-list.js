import { html, nothing, svg } from '../core/lit.js';
import { NONE, count, tenth } from '../core/format.js';

const SHOWN = 8;

/** Rows {name, count, look?}; the bar is as long as its share of the longest. Unknown comes last. */
export function barList({ rows, heads, all = false, more }) {
  const sorted = [...rows].sort(order);
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  const longest = Math.max(...rows.map(row => row.count), 1);
  const shown = all ? sorted : sorted.slice(0, SHOWN);
  return html`<div class="bars">
    <div role="table">
      <div class="bars-head" role="row">${heads.map(head => html`<span role="columnheader">${head}</span>`)}</div>
      ${shown.map(
        row =>
          html`<div class="bars-row num" role="row" data-row=${row.name}>
            <span class="name" role="cell"
              >${svgBar((row.count / longest) * 100, row.look)}${
                row.look ? html`<span class="sev-key ${row.look}"></span>` : nothing
              }<span class="cut" title=${row.name}>${row.name}</span></span
            >
            <span class="count ${row.count === 0 ? 'quiet' : ''}" role="cell">${count(row.count)}</span>
            <span class="share" role="cell">${total === 0 ? NONE : tenth((row.count / total) * 100)}</span>
          </div>`,
      )}
    </div>
    ${sorted.length > SHOWN && more ? more(sorted.length) : nothing}
  </div>`;
}

const svgBar = (length, look) =>
  html`<svg aria-hidden="true">
    ${svg`<rect width=${`${length.toFixed(1)}%`} height="100%" rx="4"
  class=${look ? 'pale' : ''}></rect>`}
  </svg>`;

const order = (a, b) =>
  (a.name === 'Unknown') - (b.name === 'Unknown') ||
  (a.fixed ?? 0) - (b.fixed ?? 0) ||
  b.count - a.count ||
  a.name.localeCompare(b.name);
