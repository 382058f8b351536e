// Data / Pipeline: how long it takes from receipt until a chunk is ready to be written, by event type.
import { html } from '../core/lit.js';
import { count, latency } from '../core/format.js';
import { hourMinute } from '../core/time.js';
import { card } from '../components/card.js';
import { Panel } from '../components/panel.js';
import '../components/data-table.js';

const PAGE = 8;

class PipelineProcessing extends Panel {
  constructor() {
    super();
    Object.assign(this, { caption: 'Processing', emptyTitle: 'Nothing came in the last hour.', fills: 'page_view' });
  }

  named() {
    return 'pipeline';
  }

  get rows() {
    return 4;
  }

  isEmpty(answer) {
    return !answer.processing?.types.length;
  }

  ready(answer) {
    const { since, types } = answer.processing;
    return card({
      id: 'processing',
      title: 'Processing',
      means: 'processing',
      note: `From receipt until ready to be written, since ${hourMinute(since, this.app.time_zone)}`,
      flush: true,
      body: html`<tn-table
        .label=${'Processing'}
        .columns=${COLUMNS}
        .rows=${types}
        .size=${PAGE}
        .sort=${{ id: 'events', down: true }}
      ></tn-table>`,
    });
  }
}

const COLUMNS = [
  { id: 'type', name: 'Event type', value: row => row.type, cell: row => row.type },
  { id: 'events', name: 'Events', num: true, value: row => row.events, cell: row => count(row.events) },
  { id: 'ms', name: 'Average', num: true, value: row => row.average_ms ?? -1, cell: row => latency(row.average_ms) },
];

customElements.define('tn-pipeline-processing', PipelineProcessing);
