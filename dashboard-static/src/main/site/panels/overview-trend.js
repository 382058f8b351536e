// Overview: the strip of figures over the chart of the one that is chosen.
import { html, nothing } from '../core/lit.js';
import { count, duration } from '../core/format.js';
import { dayName, dayOf, hourMinute, shortDay, span, weekday } from '../core/time.js';
import { saveCsv } from '../core/csv.js';
import { csvButton, segments, tableSwitch } from '../components/card.js';
import { delta, ratio, strip, whole } from '../components/figures.js';
import { Panel } from '../components/panel.js';
import '../components/time-series.js';

const ACTIVE = 30 * 60_000;
const MOST = 6;
const SAYS = {
  sessions: 'Distinct session ids with an event in the range (D2)',
  users: 'Distinct user ids with an event in the range (D28); visitors without one are counted apart',
  events: 'Distinct event ids, each counted once (D1)',
  errors: 'Events of the error family: error, crash, api_error, db_error (D26)',
};
const NAMES = { sessions: 'Sessions', users: 'Users', events: 'Events', errors: 'Errors' };

class OverviewTrend extends Panel {
  static properties = { ...Panel.properties, chosen: { state: true }, every: { state: true }, asTable: { state: true } };

  constructor() {
    super();
    this.chosen = 'sessions';
    this.caption = null;
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

  get shape() {
    return 'shape-trend';
  }

  ready(answer) {
    const byHour = this.range.id === '24h' || this.every === 'hour';
    const points = this.points(answer, byHour);
    const earlier = this.earlier(answer, byHour, points.length);
    return html`<section class="card" data-card="trend" aria-label="Figures of the range">
      ${strip(this.stats(answer), this.chosen, chosen => { this.chosen = chosen; })}
      <div class="part">${this.legend(answer, byHour, earlier, points)}
        <div class="plot">${this.asTable ? this.table(points, earlier) : html`<tn-time-series .points=${points} .earlier=${earlier} .running=${1}
          .format=${count} .difference=${share} .says=${this.sentence(points, byHour)}></tn-time-series>`}</div></div></section>`;
  }

  /** Six at most, of what the snapshot has. */
  stats(answer) {
    const old = this.compare ? answer.previous : null;
    const spark = name => (this.range.id === '24h' ? answer.hours : answer.days).slice(0, -1).map(point => point[name] ?? 0);
    const total = (id, field, better) => ({ id, label: NAMES[id], says: SAYS[id], ...whole(answer[field]), series: true, spark: spark(id),
      estimated: answer.estimated && id !== 'sessions' && id !== 'users', delta: old ? delta(answer[field], old[field], { better }) : undefined });
    return [total('sessions', 'unique_sessions', 'up'), total('users', 'unique_users', 'up'), total('events', 'total_events', 'none'),
      answer.total_errors === null ? null : total('errors', 'total_errors', 'down'),
      answer.error_rate === null ? null : { id: 'error_rate', label: 'Error rate', ...ratio(answer.error_rate),
        says: 'Sessions with an error or a crash, of all sessions (D26)',
        delta: old ? delta(answer.error_rate, old.error_rate, { better: 'down', kind: 'points' }) : undefined },
      { id: 'active', label: 'Active now', says: 'Sessions with any event in the last 30 minutes, by this clock (D2)', ...whole(this.active(answer)), note: 'in the last 30 min' },
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
  earlier(answer, byHour, length) {
    if (!this.compare || !answer.previous || (byHour && this.range.id !== '24h')) return null;
    const old = byHour ? answer.previous.hours : answer.previous.days;
    return Array.from({ length }, (_, index) => index < length - 1 ? old[index]?.[this.chosen] ?? null : null);
  }

  legend(answer, byHour, earlier, points) {
    const zone = answer.range.time_zone;
    const line = look => html`<svg class=${look} viewBox="0 0 18 2" aria-hidden="true"><line x1="0" y1="1" x2="18" y2="1"></line></svg>`;
    const days = byHour && this.range.id !== '24h' ? 'Yesterday and today' : span(answer.range.from, answer.range.to, zone);
    const choices = [{ id: 'hour', name: 'Hour' }, { id: 'day', name: 'Day', ...(this.range.id === '24h' ? { why: 'A day has one point here' } : {}) }];
    return html`<div class="legend"><span>${line('')}${days}</span>
      ${earlier ? html`<span>${line('past')}${span(answer.previous.from, answer.previous.to, zone)}</span>` : nothing}
      <span>${line('open')}${byHour ? 'This hour' : 'Today'}, incomplete</span>
      ${byHour ? html`<span class="quiet">${zone}</span>` : nothing}
      <div class="tools">${segments(choices, byHour ? 'hour' : 'day', every => { this.every = every; }, { framed: true, label: 'Interval' })}
        ${tableSwitch(Boolean(this.asTable), () => this.turn())}
        ${csvButton(() => this.save(points, earlier))}</div></div>`;
  }

  async turn() {
    await import('../components/data-table.js');
    this.asTable = !this.asTable;
  }

  columns(earlier) {
    return [{ id: 'at', name: 'When', cell: point => point.long, value: point => point.long },
      { id: 'value', name: NAMES[this.chosen], num: true, cell: point => count(point.value), value: point => point.value },
      ...(earlier ? [{ id: 'earlier', name: 'Before', num: true, cell: point => count(point.earlier), value: point => point.earlier }] : [])];
  }

  table(points, earlier) {
    const rows = points.map((point, index) => ({ ...point, earlier: earlier?.[index] })).reverse();
    return html`<div class="scroll small-table"><tn-table .label=${`${NAMES[this.chosen]} over time`} .rows=${rows}
      .columns=${this.columns(earlier).map(({ value, ...column }) => column)}></tn-table></div>`;
  }

  save(points, earlier) {
    saveCsv(`${this.app.name}-${this.chosen}-${this.range.id}`, [['When', NAMES[this.chosen], ...(earlier ? ['Before'] : [])],
      ...points.map((point, index) => [point.long, point.value, ...(earlier ? [earlier[index]] : [])])]);
  }

  sentence(points, byHour) {
    const top = points.reduce((a, b) => b.value > a.value ? b : a, points[0]);
    return points.length === 0 ? 'No figures' : `${NAMES[this.chosen]} per ${byHour ? 'hour' : 'day'}, ${points[0].long} to ${points.at(-1).long}, `
      + `highest ${count(top.value)} on ${top.long}, ${byHour ? 'this hour' : 'today'} incomplete`;
  }
}

const share = (now, earlier) => earlier === 0 ? 'new' : `${now >= earlier ? '+' : '−'}${Math.abs(Math.round((now / earlier - 1) * 1000) / 10).toFixed(1)} %`;

customElements.define('tn-overview-trend', OverviewTrend);
