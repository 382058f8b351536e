// Overview: which events there were, most frequent first.
import { html } from '../core/lit.js';
import { plural } from '../core/format.js';
import { saveCsv } from '../core/csv.js';
import { icon } from '../core/icons.js';
import { barList } from '../components/bar-list.js';
import { card, csvButton } from '../components/card.js';
import { Panel } from '../components/panel.js';

class TopEvents extends Panel {
  static properties = { ...Panel.properties, open: { state: true } };

  constructor() {
    super();
    this.caption = 'Events';
    this.emptyTitle = 'No event in this range.';
    this.fills = 'user_action';
  }

  get rows() {
    return 8;
  }

  isEmpty(answer) {
    return answer.events_by_type.length === 0;
  }

  get shape() {
    return 'shape-bars';
  }

  ready(answer) {
    const rows = answer.events_by_type.map(each => ({ name: each.name ?? each.type, count: each.events }));
    const more = many =>
      html`<button
        class="more"
        data-all
        @click=${() => {
          this.open = true;
        }}
      >
        All ${plural(many, 'event type')} ${icon('right')}
      </button>`;
    return card({
      id: 'events',
      title: 'Events',
      means: 'types',
      tools: csvButton(() =>
        saveCsv(`${this.app.name}-events-${this.range.id}`, [
          ['Type', 'Name', 'Events'],
          ...answer.events_by_type.map(each => [each.type, each.name, each.events]),
        ]),
      ),
      body: barList({ rows, heads: ['Event type', 'Events', '%'], all: this.open, more }),
    });
  }
}

customElements.define('tn-top-events', TopEvents);
