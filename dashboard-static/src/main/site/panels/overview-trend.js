// Overview: the strip of figures over the chart of the one that is chosen.
import { html, nothing } from '../core/lit.js';
import { count, duration } from '../core/format.js';
import { dayName, dayOf, hourMinute, shortDay, span, weekday } from '../core/time.js';
import { saveCsv } from '../core/csv.js';
import { csvButton, segments, tableSwitch } from '../components/card.js';
import { delta, ratio, strip, whole } from '../components/figures.js';
import { Panel } from '../components/panel.js';
import '../components/data-table.js';
import '../components/time-series.js';

const ACTIVE = 30 * 60_000;
const MOST = 6;
const NAMES = { sessions: 'Sessions', users: 'Users', events: 'Events', errors: 'Errors' };

class OverviewTrend extends Panel {
  static properties = { ...Panel.properties, chosen: { state: true }, every: { state: true }, asTable: { state: true } };

  constructor() {
    super();
    this.chosen = 'sessions';
    this.title_ = null;
    this.emptyTitle = 'No event yet.';
    this.fills = 'screen_view';
  }

  connectedCallback() {
    super.connectedCallback();
    this.minute = setInterval(() => this.requestUpdate(), 60_000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.minute);
  }

  waiting() {
    return html`<div class="plot-none trend-height"></div>`;
  }

  ready(answer) {
    const byHour = this.range.id === '24h' || this.every === 'hour';
    const points = this.points(answer, byHour);
    const before = this.before(answer, byHour, points.length);
    return html`<section class="card" data-card="trend" aria-label="Figures of the range">
      ${strip(this.stats(answer), this.chosen, chosen => { this.chosen = chosen; })}
      <div class="part">${this.legend(answer, byHour, before, points)}
        <div class="plot">${this.asTable ? this.table(points, before) : html`<tn-time-series .points=${points} .before=${before} .running=${1}
          .format=${count} .difference=${share} .says=${this.sentence(points, byHour)}></tn-time-series>`}</div></div></section>`;
  }

  /** Six at most, of what the snapshot has. */
  stats(answer) {
    const old = this.compare ? answer.previous : null;
    const spark = name => (this.range.id === '24h' ? answer.hours : answer.days).slice(0, -1).map(point => point[name] ?? 0);
    const total = (id, field, better) => ({ id, label: NAMES[id], ...whole(answer[field]), series: true, spark: spark(id),
      estimated: answer.estimated && id !== 'sessions' && id !== 'users', delta: old ? delta(answer[field], old[field], { better }) : undefined });
    return [total('sessions', 'unique_sessions', 'up'), total('users', 'unique_users', 'up'), total('events', 'total_events', 'none'),
      answer.total_errors === null ? null : total('errors', 'total_errors', 'down'),
      answer.error_rate === null ? null : { id: 'error_rate', label: 'Error rate', ...ratio(answer.error_rate),
        says: 'Sessions with an error or a crash, of all sessions (D26)',
        delta: old ? delta(answer.error_rate, old.error_rate, { better: 'down', kind: 'points' }) : undefined },
      { id: 'active', label: 'Active now', ...whole(this.active(answer)), note: 'in the last 30 min' },
      answer.session_duration_ms === null ? null : { id: 'duration', label: 'Session duration', value: duration(answer.session_duration_ms),
        delta: old ? delta(answer.session_duration_ms, old.session_duration_ms, { better: 'up', kind: 'time' }) : undefined },
    ].filter(Boolean).slice(0, MOST);
  }

  active(answer) {
    const since = Date.now() - ACTIVE;
    return answer.last_seen.reduce((sum, seen) => Date.parse(seen.minute) + 60_000 > since ? sum + seen.sessions : sum, 0);
  }

  points(answer, byHour) {
    const zone = answer.range.time_zone;
    if (!byHour) {
      return answer.days.map(point => ({ label: shortDay(point.day), long: dayName(point.day), value: point[this.chosen] ?? 0,
        marked: answer.days.length <= 8 || weekday(point.day) === 1 }));
    }
    return answer.hours.map(point => {
      const time = hourMinute(point.t, zone);
      const day = dayOf(point.t, zone);
      return { label: time === '00:00' ? shortDay(day) : time, long: `${dayName(day)}, ${time}`, value: point[this.chosen] ?? 0,
        marked: Number(time.slice(0, 2)) % 6 === 0 && time.endsWith(':00') };
    });
  }

  /** The same buckets one period earlier; none under the running one, which has no equal elapsed part. */
  before(answer, byHour, length) {
    if (!this.compare || !answer.previous || (byHour && this.range.id !== '24h')) return null;
    const old = byHour ? answer.previous.hours : answer.previous.days;
    return Array.from({ length }, (_, index) => index < length - 1 ? old[index]?.[this.chosen] ?? null : null);
  }

  legend(answer, byHour, before, points) {
    const zone = answer.range.time_zone;
    const line = look => html`<svg class=${look} viewBox="0 0 18 2" aria-hidden="true"><line x1="0" y1="1" x2="18" y2="1"></line></svg>`;
    const days = byHour && this.range.id !== '24h' ? 'Yesterday and today' : span(answer.range.from, answer.range.to, zone);
    const choices = [{ id: 'hour', name: 'Hour' }, { id: 'day', name: 'Day', ...(this.range.id === '24h' ? { why: 'A day has one point here' } : {}) }];
    return html`<div class="legend"><span>${line('')}${days}</span>
      ${before ? html`<span>${line('past')}${span(answer.previous.from, answer.previous.to, zone)}</span>` : nothing}
      <span>${line('open')}${byHour ? 'This hour' : 'Today'}, incomplete</span>
      ${byHour ? html`<span class="quiet">${zone}</span>` : nothing}
      <div class="tools">${segments(choices, byHour ? 'hour' : 'day', every => { this.every = every; }, { framed: true, label: 'Interval' })}
        ${tableSwitch(Boolean(this.asTable), () => { this.asTable = !this.asTable; })}
        ${csvButton(() => this.save(points, before))}</div></div>`;
  }

  columns(before) {
    return [{ id: 'at', name: 'When', cell: point => point.long, value: point => point.long },
      { id: 'value', name: NAMES[this.chosen], num: true, cell: point => count(point.value), value: point => point.value },
      ...(before ? [{ id: 'before', name: 'Before', num: true, cell: point => count(point.before), value: point => point.before }] : [])];
  }

  table(points, before) {
    const rows = points.map((point, index) => ({ ...point, before: before?.[index] })).reverse();
    return html`<div class="scroll small-table"><tn-table .label=${`${NAMES[this.chosen]} over time`} .rows=${rows}
      .columns=${this.columns(before).map(({ value, ...column }) => column)}></tn-table></div>`;
  }

  save(points, before) {
    saveCsv(`${this.app.name}-${this.chosen}-${this.range.id}`, [['When', NAMES[this.chosen], ...(before ? ['Before'] : [])],
      ...points.map((point, index) => [point.long, point.value, ...(before ? [before[index]] : [])])]);
  }

  sentence(points, byHour) {
    const top = points.reduce((a, b) => b.value > a.value ? b : a, points[0]);
    return points.length === 0 ? 'No figures' : `${NAMES[this.chosen]} per ${byHour ? 'hour' : 'day'}, ${points[0].long} to ${points.at(-1).long}, `
      + `highest ${count(top.value)} on ${top.long}, ${byHour ? 'this hour' : 'today'} incomplete`;
  }
}

const share = (now, before) => before === 0 ? 'new' : `${now >= before ? '+' : '−'}${Math.abs(Math.round((now / before - 1) * 1000) / 10).toFixed(1)} %`;

customElements.define('tn-overview-trend', OverviewTrend);
