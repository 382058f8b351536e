import { html } from '../core/lit.js';
import { RANGES, comparing, range } from '../core/ranges.js';
import { offLine } from '../components/off-line.js';
import { Page } from '../frame/page.js';
import '../panels/session-figures.js';
import '../panels/session-list.js';

const ALL = RANGES.map(each => each.id);

/** Users / Sessions: the figures of the range, then the newest sessions, each a link to its journey. */
class SessionsPage extends Page {
  heading() {
    return { title: 'Users', ranges: ALL, compares: true };
  }

  body() {
    return html`${offLine(this.app)}
      <div class="grid">
        <tn-session-figures .app=${this.app} .range=${range(ALL)} .compare=${comparing()}></tn-session-figures>
        <tn-session-list .app=${this.app} .range=${range(ALL)}></tn-session-list>
      </div>`;
  }
}

customElements.define('tn-sessions', SessionsPage);
