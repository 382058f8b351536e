import { html, nothing } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { saveJson } from '../core/csv.js';
import { shortId } from '../core/format.js';
import { router } from '../core/router.js';
import { store } from '../core/store.js';
import { timelineOf } from '../core/timeline.js';
import { card } from '../components/card.js';
import { failed, loading } from '../components/states.js';
import { Page } from '../frame/page.js';
import '../panels/journey.js';

const EVERY = 10_000;
const ACTIVE = 30 * 60_000;

/** One session: what it was, to scale, and everything it did in time order. Read from the table, so it is live. */
class SessionPage extends Page {
  static properties = { ...Page.properties, timeline: { state: true }, problem: { state: true } };

  get session() {
    return this.tail[0];
  }

  connectedCallback() {
    super.connectedCallback();
    this.read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  async read() {
    clearTimeout(this.timer);
    try {
      if (!document.hidden) this.timeline = await timelineOf(this.app.id, this.session);
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
    if (this.isConnected && (this.active || this.problem?.status === 404))
      this.timer = setTimeout(() => this.read(), EVERY);
  }

  get active() {
    const last = this.timeline?.items.at(-1)?.at;
    return Boolean(last) && Date.now() - Date.parse(last) < ACTIVE;
  }

  heading() {
    const at = store.list?.indexOf(this.session) ?? -1;
    const step = (index, name) => {
      const id = at < 0 ? undefined : store.list[index];
      return id
        ? html`<a class="button" data-step=${name} href=${router.href('apps', this.app.id, 'users', 'sessions', id)}
            >${name}</a
          >`
        : html`<button class="button" disabled title=${at < 0 ? 'Opened from no list' : 'The end of the list'}>
            ${name}
          </button>`;
    };
    return {
      title: shortId(this.session),
      crumb: { name: 'Sessions', href: router.href('apps', this.app.id, 'users') },
      tools: html`${this.active ? html`<span class="fresh live" data-live><span class="dot"></span>live</span>` : nothing}
        <button
          class="button plain"
          data-tool="json"
          aria-label="Download JSON"
          ?disabled=${!this.timeline}
          @click=${() => saveJson(this.session, this.timeline)}
        >
          ${icon('download')}<span>JSON</span></button
        >${step(at + 1, 'Older')}${step(at - 1, 'Newer')}`,
    };
  }

  body() {
    if (this.timeline)
      return html`<tn-journey .app=${this.app} .timeline=${this.timeline} .active=${this.active}></tn-journey>`;
    if (!this.problem) return card({ title: 'Session', body: loading(8) });
    return card({
      title: this.session,
      body:
        this.problem.status === 404
          ? html`<div class="state" data-state="empty">
              <b>No event of this session.</b>
              <span
                >Ids are compared exactly. An event that is answered 202 is here within a second; this page looks again
                every 10 seconds.</span
              >
            </div>`
          : failed(this.problem, () => this.read()),
    });
  }
}

customElements.define('tn-session', SessionPage);
