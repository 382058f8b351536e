// What stands around the forms of those who are not signed in: the mark, the trace, three promises, where this runs.
import { html } from '../core/lit.js';
import { logo } from '../core/icons.js';
import { store } from '../core/store.js';

const PROMISES = [
  ['Accepted means stored', 'Every event answered with 202 is in your table, and the ledger proves it hour by hour.'],
  ['One definition per figure', 'Each number says exactly what it counts.'],
  ['Nothing is billed by the hour', 'Cost follows new events. Your data stays in your AWS account.'],
];

export const door = form =>
  html`<div class="door">
    <main class="door-form" id="main">
      <div class="brand">${logo()}TraceNova</div>
      ${form}
      <p class="hint">
        ${[store.config.stack, store.config.region, store.config.version && `v${store.config.version}`].filter(Boolean).join(' · ')}
      </p>
    </main>
    <aside class="door-side" aria-label="What TraceNova is">
      <svg viewBox="0 0 520 210" aria-hidden="true">
        <path class="rule" d="M0 20h520M0 80h520M0 140h520M0 200h520"></path>
        <path
          class="trace"
          d="M0 140h60l14-28 18 54 12-26h60l20-76 24 128 18-70 10 18h82l14-22 15 36 10-14h74l30-110"
        ></path>
        <path class="trace open" d="M461 30l59 82"></path>
        <path class="star" d="M461 5v12M461 43v12M435 30h12M474 30h13"></path>
        <circle class="star-dot" cx="461" cy="30" r="5"></circle>
      </svg>
      <dl class="promises">
        ${PROMISES.map(
          ([title, text]) =>
            html`<div>
              <dt><b>${title}</b></dt>
              <dd>${text}</dd>
            </div>`,
        )}
      </dl>
    </aside>
  </div>`;
