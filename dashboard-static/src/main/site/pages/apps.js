import { html, nothing } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { NONE, count, initials, plural } from '../core/format.js';
import { Insight } from '../core/insights.js';
import { router } from '../core/router.js';
import { store } from '../core/store.js';
import { dayOf, here, hourMinute, shortDay, today } from '../core/time.js';
import { dot } from '../components/card.js';
import { ratio, sparkline } from '../components/figures.js';
import { Page } from '../frame/page.js';
import '../components/data-table.js';

const READ = 40;

/** All apps of the workspace, each with its last 30 days. */
class AppsPage extends Page {
  static properties = { ...Page.properties, wanted: { state: true } };

  constructor() {
    super();
    this.wanted = '';
    this.insights = new Map(
      store.apps.slice(0, READ).map(app => [app.id, new Insight(this, () => [app.id, 'overview'])]),
    );
  }

  heading() {
    return {
      title: 'Apps',
      tools: html`<div class="search grow">
          ${icon('search')}<input
            class="input"
            id="find-app"
            data-search
            placeholder="Find an app"
            aria-label="Find an app"
            @input=${event => {
              this.wanted = event.target.value;
            }}
          />
        </div>
        ${store.mayChange ? html`<a class="button main" id="new-app" href="#/apps/new">${icon('plus')} New app</a>` : nothing}`,
    };
  }

  body() {
    if (store.apps.length === 0) return this.none();
    const rows = store.apps
      .filter(app => app.name.toLowerCase().includes(this.wanted.toLowerCase()))
      .map(app => this.row(app));
    const total = store.apps.reduce((sum, app) => sum + (this.answer(app)?.total_events ?? 0), 0);
    return html`<section class="card" aria-label="Apps" data-card="apps">
      <tn-table
        .label=${'Apps'}
        .columns=${COLUMNS}
        .rows=${rows}
        .href=${row => router.href('apps', row.key, 'overview')}
        .sort=${{ id: 'name', down: false }}
        .foot=${plural(rows.length, 'app')}
        .end=${html`<span class="wide-only">Workspace total: ${count(total)} events in 30 days</span>`}
      ></tn-table>
    </section>`;
  }

  answer(app) {
    return this.insights.get(app.id)?.read?.answer;
  }

  row(app) {
    const read = this.insights.get(app.id)?.read;
    return { key: app.id, app, answer: read?.answer, state: read?.state };
  }

  none() {
    return html`<section class="card" aria-label="Apps">
      <div class="card-head"><h2>No app yet</h2></div>
      <div class="card-body">
        <div class="state" data-state="empty">
          <span>An app is what you track: a shop, a mobile app, a server. It gets a key to send events with.</span>
          ${store.mayChange ? html`<a class="button main" href="#/apps/new">${icon('plus')} New app</a>` : nothing}
        </div>
      </div>
    </section>`;
  }
}

const tracking = ({ app, state }) =>
  !app.tracking_enabled ? dot('Off', 'off') : state === 'none' ? dot('Waiting', 'waiting') : dot('On');

const figure = (row, field) => row.answer?.[field] ?? null;

const rate = value => {
  const { value: number, unit } = ratio(value);
  return html`${number}${unit ? html`<span class="unit">${unit}</span>` : nothing}`;
};

/** In the reader's zone: one below the other, moments of apps in several zones could not be compared. */
function freshness({ answer, state }) {
  if (state === 'none') return 'No event yet';
  if (state === 'failed') return 'Could not be read';
  if (!answer) return NONE;
  const day = dayOf(answer.data_through, here());
  return `Complete to ${day === today(here()) ? '' : `${shortDay(day)} `}${hourMinute(answer.data_through, here())}`;
}

const COLUMNS = [
  {
    id: 'name',
    name: 'App',
    value: row => row.app.name,
    cell: row =>
      html`<a class="app-name" href=${router.href('apps', row.key, 'overview')}>
        <span class="mark ${row.app.tracking_enabled && row.state !== 'none' ? '' : 'off'}"
          >${initials(row.app.name)}</span
        >
        <span><b>${row.app.name}</b><span class="small second">${row.app.platform}</span></span></a
      >`,
  },
  { id: 'tracking', name: 'Tracking', cell: tracking },
  {
    id: 'days',
    name: 'Events per day, 30 d',
    wide: true,
    cell: row =>
      row.answer
        ? sparkline(
            row.answer.days.slice(0, -1).map(day => day.events),
            { ink: true, long: true },
          )
        : NONE,
  },
  {
    id: 'events',
    name: 'Events, 30 d',
    num: true,
    value: row => figure(row, 'total_events') ?? -1,
    cell: row => count(figure(row, 'total_events')),
  },
  {
    id: 'sessions',
    name: 'Sessions',
    num: true,
    wide: true,
    value: row => figure(row, 'unique_sessions') ?? -1,
    cell: row => count(figure(row, 'unique_sessions')),
  },
  {
    id: 'errors',
    name: 'Error rate',
    num: true,
    wide: true,
    value: row => figure(row, 'error_rate') ?? -1,
    cell: row => rate(figure(row, 'error_rate')),
  },
  { id: 'fresh', name: 'Freshness', wide: true, cell: row => html`<span class="small quiet">${freshness(row)}</span>` },
];

customElements.define('tn-apps', AppsPage);
