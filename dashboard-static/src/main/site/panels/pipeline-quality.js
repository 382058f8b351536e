// Data / Pipeline: how well formed the accepted events of a day are (D21).
import { html, nothing } from '../core/lit.js';
import { tenth } from '../core/format.js';
import { barList } from '../components/bar-list.js';
import { card } from '../components/card.js';
import { Panel } from '../components/panel.js';

const KINDS = [
  ['valid', 'Valid'],
  ['warn', 'With remarks'],
  ['invalid', 'Invalid'],
];

class PipelineQuality extends Panel {
  constructor() {
    super();
    Object.assign(this, { caption: 'Quality', emptyTitle: 'Nothing came in the last 24 hours.', fills: 'page_view' });
  }

  named() {
    return 'pipeline';
  }

  get rows() {
    return 4;
  }

  isEmpty(answer) {
    return !answer.quality?.events;
  }

  ready({ quality }) {
    const rows = KINDS.map(([id, name], fixed) => ({ name, count: quality[id], fixed }));
    return card({
      id: 'quality',
      title: 'Quality, last 24 hours',
      means: 'quality',
      note: quality.average === null ? nothing : `Average score ${tenth(quality.average)} of 100`,
      body: html`${barList({ rows, heads: ['Validation', 'Events', '%'] })}
        <p class="hint after">
          All of them are stored and counted. Invalid: only the value at fault is left out of figures.
        </p>`,
    });
  }
}

customElements.define('tn-pipeline-quality', PipelineQuality);
