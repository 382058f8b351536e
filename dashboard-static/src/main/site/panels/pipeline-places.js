// Data / Pipeline: table, queue, inbox, lake, snapshots; and through when the lake is proven against the table.
import { html } from '../core/lit.js';
import { Insight } from '../core/insights.js';
import { NONE, count, plural } from '../core/format.js';
import { startOf, sum } from '../core/ledger.js';
import { dayOf, hourMinute, shortDay } from '../core/time.js';
import { dot } from '../components/card.js';
import { Panel } from '../components/panel.js';

class PipelinePlaces extends Panel {
  constructor() {
    super();
    Object.assign(this, { caption: 'Pipeline', emptyTitle: 'No event yet.', fills: 'page_view' });
    this.ledger = new Insight(this, () => [this.app?.id, 'ledger']);
  }

  named() {
    return 'freshness';
  }

  get rows() {
    return 4;
  }

  ready(fresh) {
    const hours = this.ledger.read?.answer?.hours ?? [];
    const way = sum(hours, 'unfinished');
    const places = [
      ['Table', true, 'Answered 202: kept here', `${plural(sum(hours, 'received'), 'event')} in 7 days`],
      [
        'Queue and inbox',
        way === 0 ? true : 'waiting',
        way ? `${plural(way, 'event')} on the way` : 'Nothing waits',
        'Collected as messages arrive',
      ],
      [
        'Lake',
        fresh.stuck_chunks === 0 ? true : 'broken',
        `Complete to ${this.moment(fresh.data_through)}`,
        fresh.stuck_chunks ? `${plural(fresh.stuck_chunks, 'chunk')} stuck` : 'Each event once',
      ],
      [
        'Reconciled',
        fresh.unreconciled_hours > 2 ? 'waiting' : true,
        fresh.reconciled_through ? `Through ${this.hour(fresh.reconciled_through)}` : 'No hour yet',
        fresh.unreconciled_hours
          ? `${plural(fresh.unreconciled_hours, 'hour')} to go`
          : fresh.reconciled_through
            ? 'Table and lake are equal'
            : 'The first hour is still open',
      ],
      ['Snapshots', true, `Manifest ${count(this.insight.read.manifest)}`, 'What this dashboard reads'],
    ];
    return html`<section class="card" aria-label="Pipeline" data-card="pipeline">
      <ul class="places bare">
        ${places.map(
          ([name, state, what, more]) =>
            html`<li>
              <b>${dot(name, state === true ? '' : state)}</b><span>${what}</span
              ><span class="small quiet">${more}</span>
            </li>`,
        )}
      </ul>
      <div class="card-body">
        <dl class="facts-list num">
          ${this.facts(fresh).map(
            ([name, value]) =>
              html`<dt>${name}</dt>
                <dd>${value}</dd>`,
          )}
        </dl>
      </div>
    </section>`;
  }

  facts(fresh) {
    return [
      ['Figures are complete to', this.moment(fresh.data_through)],
      ['Reconciled through', fresh.reconciled_through ? this.hour(fresh.reconciled_through) : NONE],
      [
        'Oldest hour not reconciled',
        fresh.oldest_unreconciled_hour ? this.hour(fresh.oldest_unreconciled_hour) : 'None',
      ],
      ['Hours to reconcile', count(fresh.unreconciled_hours)],
      ['Chunks that are stuck', count(fresh.stuck_chunks)],
    ];
  }

  moment(instant) {
    return `${shortDay(dayOf(instant, this.app.time_zone))} ${hourMinute(instant, this.app.time_zone)}`;
  }

  hour(hour) {
    return this.moment(startOf(hour));
  }
}

customElements.define('tn-pipeline-places', PipelinePlaces);
