import { html, nothing } from '../core/lit.js';
import { Insight } from '../core/insights.js';
import { RANGES, comparing, range } from '../core/ranges.js';
import { count } from '../core/format.js';
import { router } from '../core/router.js';
import { activeNow } from '../core/series.js';
import { store } from '../core/store.js';
import { Page } from '../frame/page.js';
import { offLine } from '../components/off-line.js';
import '../panels/overview-trend.js';
import '../panels/top-events.js';
import '../panels/error-severity.js';

const ALL = RANGES.map(each => each.id);
/** The range that every app has from its first event on. */
const USUAL = '30d';

class OverviewPage extends Page {
  constructor() {
    super();
    this.insight = new Insight(this, () => [this.app.id, range(ALL).insight]);
  }

  connectedCallback() {
    super.connectedCallback();
    this.minute = setInterval(() => this.requestUpdate(), 60_000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.minute);
  }

  /** Nothing was ever received, as far as one can see. */
  get silent() {
    const read = this.insight.read;
    return range(ALL).id === USUAL && (read?.state === 'none' || read?.answer?.total_events === 0);
  }

  /** What is seen once in an app's life is fetched only then. */
  willUpdate() {
    if (this.silent || store.fresh.has(this.app.id)) import('../panels/first-event.js');
  }

  get look() {
    return this.silent ? 'narrow' : '';
  }

  heading() {
    const answer = this.insight.read?.answer;
    if (this.silent) return { title: 'Overview' };
    return {
      title: 'Overview',
      ranges: ALL,
      live: answer ? this.now(activeNow(answer)) : undefined,
      compares: !answer || answer.previous ? true : 'There is no data yet of the period before',
    };
  }

  now(active) {
    return html`<a class="fresh live" href=${router.href('apps', this.app.id, 'users')}>
      <span class="dot ${active ? '' : 'off'}"></span
      ><span><span class="num" data-figure="active" data-value=${active}>${count(active)}</span> active now</span></a
    >`;
  }

  body() {
    if (this.silent) return html`<tn-first-event .app=${this.app}></tn-first-event>`;
    const now = range(ALL);
    const compare = comparing();
    return html`${offLine(this.app)}
      <div class="grid even">
        ${store.fresh.has(this.app.id) ? html`<tn-key-once .app=${this.app.id}></tn-key-once>` : nothing}
        <tn-overview-trend .app=${this.app} .range=${now} .compare=${compare}></tn-overview-trend>
        <tn-top-events class="w6" .app=${this.app} .range=${now}></tn-top-events>
        <tn-error-severity class="w6" .app=${this.app} .range=${now} .compare=${compare}></tn-error-severity>
      </div>`;
  }
}

customElements.define('tn-overview', OverviewPage);
