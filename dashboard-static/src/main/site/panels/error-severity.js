// Overview: errors by how bad they are, the gravest first, and over time.
import { html, nothing } from '../core/lit.js';
import { count } from '../core/format.js';
import { saveCsv } from '../core/csv.js';
import { pointsOf } from '../core/series.js';
import { barList } from '../components/bar-list.js';
import { card, csvButton } from '../components/card.js';
import { delta } from '../components/figures.js';
import { difference } from '../components/time-series.js';
import { Panel } from '../components/panel.js';

const KINDS = [
  ['critical', 'Critical', 'sev4'],
  ['error', 'Error', 'sev3'],
  ['warning', 'Warning', 'sev2'],
  ['info', 'Info', 'sev1'],
  ['debug', 'Debug', 'sev1'],
];

class ErrorSeverity extends Panel {
  constructor() {
    super();
    Object.assign(this, { caption: 'Errors by severity', emptyTitle: 'No error in this range.', fills: 'error' });
  }

  get rows() {
    return 4;
  }

  get shape() {
    return 'shape-bars';
  }

  isEmpty(answer) {
    return answer.errors_by_severity.every(each => each.events === 0);
  }

  ready(answer) {
    const rows = answer.errors_by_severity.map(each => {
      const at = KINDS.findIndex(([severity]) => severity === each.severity);
      return { name: KINDS[at]?.[1] ?? 'Unknown', look: KINDS[at]?.[2] ?? 'sev1', count: each.events, fixed: at };
    });
    return card({
      id: 'severity',
      title: this.caption,
      means: 'severity',
      note: this.total(answer),
      tools: csvButton(() =>
        saveCsv(`${this.app.name}-errors-${this.range.id}`, [
          ['Severity', 'Errors'],
          ...rows.map(row => [row.name, row.count]),
        ]),
      ),
      body: html`${barList({ rows, heads: ['Severity', 'Errors', '%'] })}${this.chart(answer)}`,
    });
  }

  total(answer) {
    if (answer.total_errors === null) return nothing;
    const old = this.compare ? answer.previous?.total_errors : null;
    return html`<span class="num" data-figure="errors" data-value=${answer.total_errors}
        >${count(answer.total_errors)}</span
      >
      ${delta(answer.total_errors, old, { better: 'down' })}`;
  }

  chart(answer) {
    const byHour = this.range.id === '24h';
    const points = pointsOf(answer, byHour, 'errors');
    const says = `Errors per ${byHour ? 'hour' : 'day'}, ${count(answer.total_errors)} in all, ${byHour ? 'this hour' : 'today'} incomplete`;
    return points.length < 2
      ? nothing
      : html`<div class="plot low grows">
          <tn-time-series
            .points=${points}
            .running=${1}
            .format=${count}
            .difference=${difference}
            .says=${says}
          ></tn-time-series>
        </div>`;
  }
}

customElements.define('tn-error-severity', ErrorSeverity);
