// Users / Sessions: the newest sessions of the range; search and chips narrow them.
import { html, nothing } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { NONE, count, duration, middle, plural, shortId } from '../core/format.js';
import { router } from '../core/router.js';
import { store } from '../core/store.js';
import { dayTime, everywhere } from '../core/time.js';
import { badge, card } from '../components/card.js';
import { Panel } from '../components/panel.js';
import { nothingLeft } from '../components/states.js';
import '../components/data-table.js';

const ACTIVE = 30 * 60_000;
const DAY = 86_400_000;
const PAGE = 20;
const CHIPS = [
  ['errors', 'With errors', row => row.errors > 0],
  ['active', 'Active', row => isActive(row)],
  ['users', 'Signed in', row => row.user_id !== null],
];

class SessionList extends Panel {
  static properties = { ...Panel.properties, wanted: { state: true }, chips: { state: true } };

  constructor() {
    super();
    Object.assign(this, {
      wanted: '',
      chips: new Set(),
      caption: 'Sessions',
      emptyTitle: 'No session yet.',
      fills: 'session_start',
    });
  }

  named() {
    return 'sessions';
  }

  get rows() {
    return 10;
  }

  isEmpty(answer) {
    return answer.items.length === 0;
  }

  get shape() {
    return 'shape-table';
  }

  ready(answer) {
    const inRange = this.inRange(answer);
    const rows = inRange.filter(row => this.passes(row));
    store.list = rows.map(row => row.session_id);
    return html`<div class="stack">
      <div class="filters">
        <div class="search">
          ${icon('search')}<input
            class="input"
            id="find-session"
            data-search
            aria-label="Find a session"
            placeholder="Session, person, screen or release"
            .value=${this.wanted}
            @input=${event => {
              this.wanted = event.target.value;
            }}
          />
        </div>
        ${CHIPS.map(([id, name]) => html`<button class="chip" data-chip=${id} aria-pressed=${this.chips.has(id)} @click=${() => this.toggle(id)}>${name}</button>`)}
        <span class="spring"></span><span class="small quiet">${this.said(answer, inRange)}</span>
      </div>
      ${
        rows.length
          ? card({
              id: 'sessions',
              flush: true,
              body: html`<tn-table
                .label=${'Sessions'}
                .rows=${rows.map(row => ({ ...row, key: row.session_id }))}
                .columns=${columns(this.app)}
                .size=${PAGE}
                .file=${`${this.app.name}-sessions`}
                .sort=${{ id: 'started', down: true }}
                .href=${row => this.href(row)}
              ></tn-table>`,
            })
          : card({
              body: html`<br />${nothingLeft('No sessions match these filters.', () => {
                  this.wanted = '';
                  this.chips = new Set();
                })}`,
            })
      }
    </div>`;
  }

  inRange(answer) {
    const since = Date.parse(answer.data_through) - this.range.hours * 3_600_000;
    return answer.items.filter(row => Date.parse(row.last_at) >= since);
  }

  passes(row) {
    const wanted = this.wanted.trim().toLowerCase();
    const words = [row.session_id, row.user_id, row.screen, row.release, row.country, row.device];
    return (
      (!wanted || words.some(word => word?.toLowerCase().includes(wanted))) &&
      CHIPS.every(([id, , holds]) => !this.chips.has(id) || holds(row))
    );
  }

  said(answer, inRange) {
    if (answer.truncated)
      return `The newest ${count(answer.items.length)} of ${count(answer.total)} sessions of 30 days`;
    return this.range.id === '90d' ? `${plural(inRange.length, 'session')}, of 30 days at most` : nothing;
  }

  toggle(id) {
    const chips = new Set(this.chips);
    if (!chips.delete(id)) chips.add(id);
    this.chips = chips;
  }

  href(row) {
    return router.href('apps', this.app.id, 'users', 'sessions', row.session_id);
  }
}

const isActive = row => Date.now() - Date.parse(row.last_at) < ACTIVE;

function status(row) {
  if (isActive(row)) return badge('Active', 'good');
  if (row.errors > 0) return badge('With errors', 'warn');
  return row.duration_ms > DAY ? badge('Over 24 h') : badge('Healthy');
}

const columns = app => [
  {
    id: 'session',
    name: 'Session',
    value: row => row.session_id,
    cell: row =>
      html`<a
        class="mono"
        title=${row.session_id}
        href=${router.href('apps', app.id, 'users', 'sessions', row.session_id)}
        >${shortId(row.session_id)}</a
      >`,
  },
  {
    id: 'person',
    name: 'Person',
    value: row => row.user_id ?? '',
    cell: row =>
      row.user_id
        ? html`<span class="mono" title=${row.user_id}>${middle(row.user_id, 20)}</span>`
        : html`<span class="quiet">Visitor</span>`,
    wide: true,
  },
  {
    id: 'started',
    name: 'Started',
    value: row => row.started_at,
    cell: row =>
      html`<time datetime=${row.started_at} title=${everywhere(row.started_at)}>
        ${dayTime(row.started_at, app.time_zone)}</time
      >`,
  },
  {
    id: 'duration',
    name: 'Duration',
    num: true,
    value: row => row.duration_ms,
    cell: row => duration(row.duration_ms),
  },
  { id: 'views', name: 'Views', num: true, wide: true, value: row => row.views, cell: row => count(row.views) },
  { id: 'events', name: 'Events', num: true, wide: true, value: row => row.events, cell: row => count(row.events) },
  {
    id: 'errors',
    name: 'Errors',
    num: true,
    value: row => row.errors,
    cell: row => (row.errors ? html`<span class="bad strong-bad">${count(row.errors)}</span>` : count(0)),
  },
  {
    id: 'screen',
    name: 'Last screen',
    wide: true,
    value: row => row.screen ?? '',
    cell: row =>
      html`<span class="small second" title=${row.screen ?? nothing}
        >${row.screen ? middle(row.screen, 30) : NONE}</span
      >`,
  },
  {
    id: 'release',
    name: 'Release',
    wide: true,
    value: row => row.release ?? '',
    cell: row => html`<span class="small second">${row.release ? middle(row.release, 20) : NONE}</span>`,
  },
  { id: 'country', name: 'Country', wide: true, value: row => row.country ?? '', cell: row => row.country ?? NONE },
  { id: 'status', name: 'Status', wide: true, cell: status },
];

customElements.define('tn-session-list', SessionList);
