// Overview: errors by how bad they are, the gravest first.
import { saveCsv } from '../core/csv.js';
import { barList } from '../components/bar-list.js';
import { card, csvButton } from '../components/card.js';
import { Panel } from '../components/panel.js';

const KINDS = [['critical', 'Critical', 'sev4'], ['error', 'Error', 'sev3'], ['warning', 'Warning', 'sev2'], ['info', 'Info', 'sev1'],
  ['debug', 'Debug', 'sev1']];

class ErrorSeverity extends Panel {
  constructor() {
    super();
    this.caption = 'Errors by severity';
    this.emptyTitle = 'No error in this range.';
    this.fills = 'error';
  }

  get rows() {
    return 4;
  }

  isEmpty(answer) {
    return answer.errors_by_severity.every(each => each.events === 0);
  }

  ready(answer) {
    const rows = answer.errors_by_severity.map(each => {
      const at = KINDS.findIndex(([severity]) => severity === each.severity);
      return { name: KINDS[at]?.[1] ?? 'Unknown', look: KINDS[at]?.[2] ?? 'sev1', count: each.events, fixed: at };
    });
    return card({ id: 'severity', title: 'Errors by severity', tools: csvButton(() => saveCsv(`${this.app.name}-errors-${this.range.id}`,
      [['Severity', 'Errors'], ...rows.map(row => [row.name, row.count])])),
      body: barList({ rows, heads: ['Severity', 'Errors', '%'] }) });
  }
}

customElements.define('tn-error-severity', ErrorSeverity);
