// Data / Pipeline: the events that came last, in the order in which they came.
import { html, nothing } from '../core/lit.js';
import { later } from '../core/format.js';
import { router } from '../core/router.js';
import { dayTime, everywhere } from '../core/time.js';
import { badge, card } from '../components/card.js';
import { Panel } from '../components/panel.js';
import '../components/data-table.js';

const STATES = new Map([
  ['VALID', ['Valid', 'good']],
  ['WARN', ['With remarks', 'warn']],
  ['INVALID', ['Invalid', 'bad']],
]);

class PipelineLatest extends Panel {
  constructor() {
    super();
    Object.assign(this, { caption: 'Last arrivals', emptyTitle: 'No event yet.', fills: 'page_view' });
  }

  named() {
    return 'pipeline';
  }

  get rows() {
    return 10;
  }

  get shape() {
    return 'shape-ten';
  }

  isEmpty(answer) {
    return answer.latest.length === 0;
  }

  ready(answer) {
    return card({
      id: 'latest',
      title: this.caption,
      means: 'arrivals',
      note: `By receipt, ${this.app.time_zone}`,
      flush: true,
      body: html`<tn-table
        .label=${this.caption}
        .columns=${columns(this.app)}
        .rows=${answer.latest.map(row => ({ ...row, key: row.event_id }))}
      ></tn-table>`,
    });
  }
}

const moment = (instant, app) =>
  html`<time datetime=${instant} title=${everywhere(instant)}>${dayTime(instant, app.time_zone)}</time>`;

/** A phone that was offline sends late. */
const delay = row => later(Date.parse(row.received_at) - Date.parse(row.occurred_at));

const session = (row, app) =>
  row.session_id
    ? html`<a class="mono cut" href=${router.href('apps', app.id, 'users', 'sessions', row.session_id)}
        >${row.session_id}</a
      >`
    : nothing;

function state(row) {
  const [words, look] = STATES.get(row.status) ?? ['Unknown', ''];
  return badge(words, look);
}

const columns = app => [
  { id: 'received', name: 'Received', cell: row => moment(row.received_at, app) },
  { id: 'type', name: 'Event', cell: row => row.name ?? row.type },
  { id: 'session', name: 'Session', wide: true, cell: row => session(row, app) },
  { id: 'occurred', name: 'Happened', wide: true, cell: row => moment(row.occurred_at, app) },
  { id: 'later', name: 'Came', wide: true, cell: row => html`<span class="second">${delay(row)}</span>` },
  { id: 'score', name: 'Score', num: true, wide: true, cell: row => row.score },
  { id: 'state', name: 'State', cell: state },
];

customElements.define('tn-pipeline-latest', PipelineLatest);
