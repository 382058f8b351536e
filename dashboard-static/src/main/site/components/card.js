// A card is a section with its title as name. Parts inside are divided by lines, never by boxes.
import { html, nothing } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { term } from './term.js';

let number = 0;

/** `tools` stand at the right of the head; `body` is as given; `foot` is one sentence or a pager; `means` names the
    definition of the title. */
export function card({ id, title, means, note, tools, body, foot, flush = false, look = '' }) {
  const heading = `card-${id ?? ++number}`;
  return html`<section class="card ${look}" data-card=${id ?? nothing} aria-labelledby=${title ? heading : nothing}>
    ${
      title
        ? html`<div class="card-head">
            <h2 id=${heading}>${means ? term(means, title) : title}</h2>
            ${note ? html`<span class="note">${note}</span>` : nothing}
            ${tools ? html`<div class="tools">${tools}</div>` : nothing}
          </div>`
        : nothing
    }
    <div class="card-body ${flush ? 'flush' : ''}">${body}</div>
    ${foot ? html`<div class="card-foot">${foot}</div>` : nothing}
  </section>`;
}

export const tableSwitch = (on, toggle) =>
  html`<button class="square tool" data-tool="table" aria-pressed=${on} title="Show as table" @click=${toggle}>
    ${icon('table', 'Show as table')}
  </button>`;

export const csvButton = save =>
  html`<button class="square tool" data-tool="csv" title="Download CSV" @click=${save}>
    ${icon('download', 'Download CSV')}
  </button>`;

/** Words of which one is chosen. */
export const segments = (choices, chosen, choose, { framed = false, label } = {}) =>
  html` <div class="segments ${framed ? 'framed' : ''}" role="group" aria-label=${label ?? nothing}>
    ${choices.map(
      choice =>
        html` <button
          aria-pressed=${choice.id === chosen}
          ?disabled=${choice.why !== undefined}
          title=${choice.why ?? nothing}
          data-choice=${choice.id}
          @click=${() => choose(choice.id)}
        >
          ${choice.name}
        </button>`,
    )}
  </div>`;

export const badge = (words, kind = '', sign) =>
  html`<span class="badge ${kind}">${sign ? icon(sign) : nothing}${words}</span>`;

export const dot = (words, kind = '') => html`<span class="with-dot"><span class="dot ${kind}"></span>${words}</span>`;

export const select = ({ id, value, options, change, disabled }) =>
  html`<span class="select"
    ><select class="input" id=${id} ?disabled=${disabled} @change=${change}>
      ${options.map(([key, name]) => html` <option value=${key} ?selected=${key === value}>${name}</option>`)}</select
    >${icon('down')}</span
  >`;
