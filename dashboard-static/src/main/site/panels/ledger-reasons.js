// Data / Ledger: rejected events by reason, and requests refused as a whole by answer.
import { html } from '../core/lit.js';
import { saveCsv } from '../core/csv.js';
import { byReason, hoursOf } from '../core/ledger.js';
import { barList } from '../components/bar-list.js';
import { card, csvButton } from '../components/card.js';
import { Panel } from '../components/panel.js';

class LedgerReasons extends Panel {
  constructor({ title, head, unit, list, field, none, note }) {
    super();
    Object.assign(this, {
      caption: title,
      head,
      unit,
      from: list,
      field,
      none,
      note,
      emptyTitle: 'No event yet.',
      fills: 'page_view',
    });
  }

  named() {
    return 'ledger';
  }

  get rows() {
    return 3;
  }

  ready(answer) {
    const rows = byReason(hoursOf(answer, this.range), this.from, this.field);
    const tools = csvButton(() =>
      saveCsv(`${this.app.name}-${this.from}`, [[this.head, this.unit], ...rows.map(row => [row.name, row.count])]),
    );
    return card({
      id: this.from,
      title: this.caption,
      tools,
      body: html`${
          rows.length
            ? barList({ rows, heads: [this.head, this.unit, '%'], all: true })
            : html`<p class="second">${this.none}</p>`
        }
        <p class="hint after">${this.note}</p>`,
    });
  }
}

customElements.define(
  'tn-ledger-rejected',
  class extends LedgerReasons {
    constructor() {
      super({
        title: 'Rejected, by reason',
        head: 'Reason',
        unit: 'Events',
        list: 'rejected_by_reason',
        field: 'events',
        none: 'No event was rejected.',
        note: 'Each was named in the answer to its request.',
      });
    }
  },
);

customElements.define(
  'tn-ledger-refused',
  class extends LedgerReasons {
    constructor() {
      super({
        title: 'Refused requests, by answer',
        head: 'Answer',
        unit: 'Requests',
        list: 'refused',
        field: 'requests',
        none: 'No request was refused.',
        note: 'Refused as a whole, so nothing of them is stored. They stand outside the equation.',
      });
    }
  },
);
