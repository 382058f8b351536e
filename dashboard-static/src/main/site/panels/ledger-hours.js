// Data / Ledger: one row per hour of receipt in which anything came.
import { html } from '../core/lit.js';
import { count } from '../core/format.js';
import { difference, hoursOf, refusedOf, startOf, sum } from '../core/ledger.js';
import { dayOf, hourMinute, shortDay } from '../core/time.js';
import { badge, card } from '../components/card.js';
import { Panel } from '../components/panel.js';
import '../components/data-table.js';

const PAGE = 24;

class LedgerHours extends Panel {
  constructor() {
    super();
    Object.assign(this, { caption: 'Per received hour', emptyTitle: 'No event yet.', fills: 'page_view' });
  }

  named() {
    return 'ledger';
  }

  get rows() {
    return 8;
  }

  isEmpty(answer) {
    return answer.hours.length === 0;
  }

  get shape() {
    return 'shape-table';
  }

  ready(answer) {
    const rows = hoursOf(answer, this.range).map(row => ({ ...row, key: row.hour }));
    const total = field => count(sum(rows, field));
    const zone = this.app.time_zone;
    return card({
      id: 'hours',
      title: 'Per received hour',
      note: `${zone}. Hours in which nothing came are left out.`,
      flush: true,
      body: html`<tn-table
        .label=${'Per received hour'}
        .rows=${rows}
        .columns=${columns(zone)}
        .size=${PAGE}
        .file=${`${this.app.name}-ledger`}
        .sort=${{ id: 'hour', down: true }}
        .total=${[
          this.range.name,
          total('received'),
          total('accepted'),
          total('duplicate'),
          total('rejected'),
          total('unfinished'),
          '',
          count(rows.reduce((all, row) => all + refusedOf(row), 0)),
        ]}
      ></tn-table>`,
    });
  }
}

function state(row) {
  if (row.stuck > 0) return badge(`${count(row.stuck)} stuck`, 'bad');
  if (!row.reconciled) return badge('Open', '', 'clock');
  return difference(row) === 0
    ? badge('Reconciled', 'good', 'check')
    : badge(`Differs by ${count(Math.abs(difference(row)))}`, 'bad');
}

const number = (field, name, more = {}) => ({
  id: field,
  name,
  num: true,
  value: row => row[field],
  cell: row => count(row[field]),
  ...more,
});

const columns = zone => [
  {
    id: 'hour',
    name: 'Hour',
    value: row => row.hour,
    cell: row =>
      html`<span class="num">${shortDay(dayOf(startOf(row.hour), zone))} ${hourMinute(startOf(row.hour), zone)}</span>`,
  },
  number('received', 'Received'),
  number('accepted', 'Accepted'),
  number('duplicate', 'Duplicate', { wide: true }),
  number('rejected', 'Rejected', { look: 'cutting', wide: true }),
  number('unfinished', 'On the way', { wide: true }),
  { id: 'state', name: 'State', value: row => (row.reconciled ? 'reconciled' : 'open'), cell: state, look: 'cutting' },
  {
    id: 'refused',
    name: 'Refused requests',
    num: true,
    wide: true,
    value: refusedOf,
    cell: row => count(refusedOf(row)),
  },
];

customElements.define('tn-ledger-hours', LedgerHours);
