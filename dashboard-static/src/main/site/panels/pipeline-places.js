// Data / Pipeline: table, queue, inbox, lake, snapshots; and through when the lake is proven against the table.
import { html, nothing, props } from '../core/lit.js';
import { Insight } from '../core/insights.js';
import { NONE, bytes, count, duration, plural } from '../core/format.js';
import { startOf } from '../core/ledger.js';
import { clock, dayOf, hourMinute, shortDay } from '../core/time.js';
import { dot } from '../components/card.js';
import { Panel } from '../components/panel.js';

class PipelinePlaces extends Panel {
  static properties = { ...Panel.properties, ...props('brief') };

  constructor() {
    super();
    Object.assign(this, { caption: 'Pipeline', emptyTitle: 'No event yet.', fills: 'page_view' });
    this.pipeline = new Insight(this, () => [this.app?.id, 'pipeline']);
  }

  named() {
    return 'freshness';
  }

  get rows() {
    return this.brief ? 2 : 4;
  }

  ready(fresh) {
    const through = this.pipeline.read?.answer;
    return html`<section class="card" aria-label="Pipeline" data-card="pipeline">
      <ul class="places">
        ${this.places(fresh, through).map(
          ([name, state, what, more]) =>
            html`<li><b>${dot(name, state)}</b><span>${what}</span><span class="small quiet">${more}</span></li>`,
        )}
      </ul>
      ${this.brief ? nothing : this.list(fresh, through)}
    </section>`;
  }

  list(fresh, through) {
    return html`<div class="part card-body">
      <dl class="facts-list num">
        ${this.facts(fresh, through).map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
    </div>`;
  }

  /** Name, state of its dot, what is there, and a second line. */
  places(fresh, through) {
    const { last_day: day, lake, waiting_chunks: waiting } = through ?? {};
    return [
      ['Table', '', 'Answered 202: kept here', day ? `${plural(day.events, 'event')} in 24 h` : NONE],
      [
        'Queue and inbox',
        waiting ? 'waiting' : '',
        waiting ? `${plural(waiting, 'chunk')} waiting` : 'Nothing waits',
        through?.lag_ms ? `The last one took ${duration(through.lag_ms)}` : NONE,
      ],
      [
        'Lake',
        fresh.stuck_chunks ? 'broken' : '',
        lake ? plural(lake.rows, 'row') : `Complete to ${this.moment(fresh.data_through)}`,
        fresh.stuck_chunks
          ? `${plural(fresh.stuck_chunks, 'chunk')} stuck`
          : lake
            ? `${bytes(lake.bytes)} in ${plural(lake.partitions, 'partition')}`
            : NONE,
      ],
      [
        'Reconciled',
        fresh.unreconciled_hours > 2 ? 'waiting' : '',
        fresh.reconciled_through ? `Through ${this.hour(fresh.reconciled_through)}` : 'No hour yet',
        this.remaining(fresh),
      ],
      [
        'Snapshots',
        '',
        `Manifest ${count(this.insight.read.manifest)}`,
        through?.merged_at ? `Moved ${clock(through.merged_at, this.app.time_zone)}` : 'What this dashboard reads',
      ],
    ];
  }

  remaining(fresh) {
    if (fresh.unreconciled_hours) return `${plural(fresh.unreconciled_hours, 'hour')} to go`;
    return fresh.reconciled_through ? 'Table and lake are equal' : 'The first hour is still open';
  }

  facts(fresh, through) {
    const day = through?.last_day;
    return [
      ['Figures are complete to', this.moment(fresh.data_through)],
      [
        'Received in 24 hours',
        day ? `${plural(day.chunks, 'chunk')}, ${plural(day.events, 'event')}, ${count(day.rejected)} rejected` : NONE,
      ],
      [
        'Oldest hour not reconciled',
        fresh.oldest_unreconciled_hour ? this.hour(fresh.oldest_unreconciled_hour) : 'None',
      ],
      ['Files set aside', through?.lake ? count(through.lake.set_aside) : NONE],
      [
        'Chunks that are stuck',
        through?.stuck_chunks.length
          ? through.stuck_chunks.map(each => html`<span class="mono">${each.hour} ${each.chunk}</span><br />`)
          : count(fresh.stuck_chunks),
      ],
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
