// Overview: the strip of figures over the chart of the one that is chosen.
import { html, nothing } from '../core/lit.js';
import { count, duration } from '../core/format.js';
import { earlierOf, pointsOf } from '../core/series.js';
import { span } from '../core/time.js';
import { saveCsv } from '../core/csv.js';
import { csvButton, segments, tableSwitch } from '../components/card.js';
import { delta, rates, strip, whole } from '../components/figures.js';
import { difference } from '../components/time-series.js';
import { Panel } from '../components/panel.js';

const NAMES = { sessions: 'Sessions', users: 'Users', events: 'Events' };

class OverviewTrend extends Panel {
  static properties = {
    ...Panel.properties,
    chosen: { state: true },
    every: { state: true },
    asTable: { state: true },
  };

  constructor() {
    super();
    Object.assign(this, { chosen: 'sessions', emptyTitle: 'No event yet.', fills: 'screen_view' });
  }

  get shape() {
    return 'shape-trend';
  }

  ready(answer) {
    const byHour = this.range.id === '24h' || this.every === 'hour';
    const points = pointsOf(answer, byHour, this.chosen);
    const compared = this.compare && (!byHour || this.range.id === '24h');
    const earlier = compared ? earlierOf(answer, byHour, this.chosen, points.length) : null;
    return html`<section class="card" data-card="trend" aria-label="Figures of the range">
      ${strip(this.stats(answer), this.chosen, chosen => {
        this.chosen = chosen;
      })}
      <div class="part">
        ${this.legend(answer, byHour, earlier, points)}
        <div class="plot">
          ${
            this.asTable
              ? this.table(points, earlier)
              : html`<tn-time-series
                  .points=${points}
                  .earlier=${earlier}
                  .running=${1}
                  .format=${count}
                  .difference=${difference}
                  .says=${this.sentence(points, byHour)}
                ></tn-time-series>`
          }
        </div>
      </div>
    </section>`;
  }

  /** What the snapshot has. */
  stats(answer) {
    const old = this.compare ? answer.previous : null;
    return [
      ...this.totals(answer, old),
      {
        id: 'duration',
        label: 'Session duration',
        value: duration(answer.session_duration_ms),
        raw: answer.session_duration_ms,
        delta: old && delta(answer.session_duration_ms, old.session_duration_ms, { better: 'up', kind: 'time' }),
      },
      ...rates(answer, old),
    ];
  }

  /** The figures that have a series: choosing one draws it. */
  totals(answer, old) {
    const buckets = (this.range.id === '24h' ? answer.hours : answer.days).slice(0, -1);
    const total = (id, field, better) => ({
      id,
      label: NAMES[id],
      ...whole(answer[field]),
      series: true,
      spark: buckets.map(point => point[id] ?? 0),
      estimated: answer.estimated && id === 'events',
      delta: old && delta(answer[field], old[field], { better }),
    });
    return [
      total('sessions', 'unique_sessions', 'up'),
      total('users', 'unique_users', 'up'),
      total('events', 'total_events', 'none'),
    ];
  }

  legend(answer, byHour, earlier, points) {
    const zone = answer.range.time_zone;
    const line = look =>
      html`<svg class=${look} viewBox="0 0 18 2" aria-hidden="true"><line x1="0" y1="1" x2="18" y2="1"></line></svg>`;
    const days =
      byHour && this.range.id !== '24h' ? 'Yesterday and today' : span(answer.range.from, answer.range.to, zone);
    const choices = [
      { id: 'hour', name: 'Hour' },
      { id: 'day', name: 'Day', ...(this.range.id === '24h' ? { why: 'A day has one point here' } : {}) },
    ];
    return html`<div class="legend">
      <span>${line('')}${days}</span>
      ${earlier ? html`<span>${line('past')}${span(answer.previous.from, answer.previous.to, zone)}</span>` : nothing}
      <span>${line('open')}${byHour ? 'This hour' : 'Today'}, incomplete</span>
      ${byHour ? html`<span class="quiet">${zone}</span>` : nothing}
      <div class="tools">
        ${segments(
          choices,
          byHour ? 'hour' : 'day',
          every => {
            this.every = every;
          },
          { framed: true, label: 'Interval' },
        )}
        ${tableSwitch(Boolean(this.asTable), () => this.turn())}${csvButton(() => this.save(points, earlier))}
      </div>
    </div>`;
  }

  async turn() {
    await import('../components/data-table.js');
    this.asTable = !this.asTable;
  }

  table(points, earlier) {
    const rows = points.map((point, index) => ({ ...point, earlier: earlier?.[index] })).reverse();
    const columns = [
      { id: 'at', name: 'When', cell: row => row.long },
      { id: 'value', name: NAMES[this.chosen], num: true, cell: row => count(row.value) },
      ...(earlier ? [{ id: 'earlier', name: 'Period before', num: true, cell: row => count(row.earlier) }] : []),
    ];
    return html`<div class="scroll small-table">
      <tn-table .label=${`${NAMES[this.chosen]} over time`} .rows=${rows} .columns=${columns}></tn-table>
    </div>`;
  }

  save(points, earlier) {
    saveCsv(`${this.app.name}-${this.chosen}-${this.range.id}`, [
      ['When', NAMES[this.chosen], ...(earlier ? ['Period before'] : [])],
      ...points.map((point, index) => [point.long, point.value, ...(earlier ? [earlier[index]] : [])]),
    ]);
  }

  sentence(points, byHour) {
    const top = points.reduce((a, b) => (b.value > a.value ? b : a), points[0]);
    return points.length === 0
      ? 'No figures'
      : `${NAMES[this.chosen]} per ${byHour ? 'hour' : 'day'}, ${points[0].long} to ${points.at(-1).long}, ` +
          `highest ${count(top.value)} on ${top.long}, ${byHour ? 'this hour' : 'today'} incomplete`;
  }
}

customElements.define('tn-overview-trend', OverviewTrend);
