// What stands in a panel instead of its figures.
import { html, nothing } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { store } from '../core/store.js';
import { curl, example } from '../core/snippets.js';
import './code-block.js';

export const loading = (rows = 4) =>
  html`<div class="skeleton" role="status" aria-label="Loading">
    ${Array.from({ length: rows }, () => html`<div><i></i><i></i></div>`)}
  </div>`;

/** Never had data: the request that fills exactly this panel. */
export const empty = (title, type, key) =>
  html`<div class="state" data-state="empty">
    <b>${title}</b>
    <span>Send one and it shows here within about two minutes.</span>
    ${type ? html`<tn-code .code=${curl(store.ingest, key, example(type))}></tn-code>` : nothing}
  </div>`;

export const nothingLeft = (title, clear) =>
  html`<div class="state" data-state="filtered">
    <b>${title}</b> ${clear ? html`<button class="button small" @click=${clear}>Clear filters</button>` : nothing}
  </div>`;

export const failed = (problem, again) =>
  html`<div class="state" role="alert" data-state="error">
    <b><span class="bad">${icon('warning')}</span>This panel could not be read.</b>
    <span>${problem.message} The rest of the page is unaffected.</span>
    <span class="actions"
      ><button class="button small" @click=${again}>${icon('retry')} Try again</button>
      ${problem.instance ? html`<span class="small quiet mono">${problem.instance}</span>` : nothing}</span
    >
  </div>`;

export const notAllowed = () =>
  html`<div class="state" data-state="forbidden"><b>Owners and admins see this.</b></div>`;
