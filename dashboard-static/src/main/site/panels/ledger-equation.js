// Data / Ledger: received = accepted + duplicate + rejected, in large numbers, and whether every proven hour closes.
import { html, nothing } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { count, plural } from '../core/format.js';
import { difference, hoursOf, startOf, sum } from '../core/ledger.js';
import { dayOf, hourMinute, shortDay } from '../core/time.js';
import { term } from '../components/term.js';
import { Panel } from '../components/panel.js';

class LedgerEquation extends Panel {
  constructor() {
    super();
    Object.assign(this, { caption: 'Ledger', emptyTitle: 'No event yet.', fills: 'page_view' });
  }

  named() {
    return 'ledger';
  }

  get rows() {
    return 2;
  }

  isEmpty(answer) {
    return answer.hours.length === 0;
  }

  get shape() {
    return 'shape-strip';
  }

  ready(answer) {
    const rows = hoursOf(answer, this.range);
    const proven = rows.filter(row => row.reconciled);
    const wrong = proven.filter(row => difference(row) !== 0);
    const open = sum(rows, 'unfinished');
    const stuck = sum(rows, 'stuck');
    const addend = (field, sign) =>
      html`<div class="group">
        ${sign ? html`<span class="sign" aria-hidden="true">${sign}</span>` : nothing}
        <div class="term">
          <b class="num" data-figure=${field} data-value=${sum(rows, field)}>${count(sum(rows, field))}</b
          ><span>${term(field, field)}</span>
        </div>
      </div>`;
    return html`<section class="card" aria-label="Equation" data-card="equation">
      <div class="equation ${wrong.length ? 'open' : ''}">
        ${addend('received')}${addend('accepted', '=')}${addend('duplicate', '+')}${addend('rejected', '+')}
        <div class="verdict" role="status" data-closes=${wrong.length === 0}>
          ${
            wrong.length
              ? html`<b class="bad">${icon('warning')}Does not close</b>
                  <span class="second"
                    >${wrong
                      .slice(0, 3)
                      .map(row => this.gap(row))
                      .join(', ')}</span
                  >`
              : proven.length
                ? html`<b class="good">${icon('check')}Closes</b
                    ><span class="second"
                      >${count(proven.length)} of ${plural(proven.length, 'reconciled hour')} match the lake</span
                    >`
                : html`<b>${icon('clock')}Open</b><span class="second">Each hour is proven once it is over</span>`
          }
        </div>
      </div>
      ${
        open || stuck
          ? html`<div class="card-foot">
              ${open ? `${plural(open, 'event')} on the way to the lake. ` : ''}${
                stuck
                  ? html`<span class="bad">${plural(stuck, 'chunk')} stuck: see operations, dead letters.</span>`
                  : nothing
              }
            </div>`
          : nothing
      }
    </section>`;
  }

  gap(row) {
    const at = startOf(row.hour);
    const by = difference(row);
    return `${shortDay(dayOf(at, this.app.time_zone))} ${hourMinute(at, this.app.time_zone)}: ${by > 0 ? '+' : '−'}${count(Math.abs(by))}`;
  }
}

customElements.define('tn-ledger-equation', LedgerEquation);
