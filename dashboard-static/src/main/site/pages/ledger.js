import { html } from '../core/lit.js';
import { range } from '../core/ranges.js';
import { Page } from '../frame/page.js';
import '../panels/ledger-equation.js';
import '../panels/ledger-hours.js';
import '../panels/ledger-reasons.js';
import '../panels/pipeline-places.js';

const KEPT = ['24h', '7d'];

/** Data / Ledger: where every event went, and whether the sum closes. */
class LedgerPage extends Page {
  heading() {
    return { title: 'Data', ranges: KEPT, compares: 'A ledger is not compared' };
  }

  body() {
    const now = range(KEPT);
    return html`<div class="grid even">
      <tn-ledger-equation .app=${this.app} .range=${now}></tn-ledger-equation>
      <tn-pipeline-places .app=${this.app} .brief=${true}></tn-pipeline-places>
      <tn-ledger-hours .app=${this.app} .range=${now}></tn-ledger-hours>
      <tn-ledger-rejected class="w6" .app=${this.app} .range=${now}></tn-ledger-rejected>
      <tn-ledger-refused class="w6" .app=${this.app} .range=${now}></tn-ledger-refused>
    </div>`;
  }
}

customElements.define('tn-ledger', LedgerPage);
