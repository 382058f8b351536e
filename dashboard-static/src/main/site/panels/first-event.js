// What an app without any event shows: send one, and see it arrive.
import { Light, html, nothing, props, Follow } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { api } from '../core/api.js';
import { router } from '../core/router.js';
import { store } from '../core/store.js';
import { LANGUAGES, example } from '../core/snippets.js';
import { clock } from '../core/time.js';
import { card, segments } from '../components/card.js';
import '../components/code-block.js';
import '../components/key-once.js';

const PACE = [
  [60_000, 1_000],
  [5 * 60_000, 2_000],
  [Infinity, 5_000],
];
const NEEDS = [
  ['users', 'Users', 'Any event with a session_id or user_id', 'session_start'],
  ['behaviour', 'Behaviour', 'screen_view, user_action, feature_usage', 'user_action'],
  ['funnels', 'Funnels', 'A funnel of 2 to 20 steps, then funnel_step events', 'funnel_step'],
  ['errors', 'Errors', 'error, crash, api_error, db_error', 'error'],
  ['performance', 'Performance', 'performance_metric, api_performance, frontend_performance', 'api_performance'],
  ['business', 'Business', 'business_event with amount and currency', 'business_event'],
];

const sessions = new Map();

class FirstEvent extends Light {
  static properties = {
    ...props('app'),
    seen: { state: true },
    language: { state: true },
    shown: { state: true },
    wrong: { state: true },
    sent: { state: true },
  };

  constructor() {
    super();
    this.follow = new Follow(this, store);
    this.language = 'curl';
  }

  /** The same for as long as the page is open: who comes back sees what was sent before. */
  get session() {
    if (!sessions.has(this.app.id)) sessions.set(this.app.id, `sess_${crypto.randomUUID().slice(0, 8)}`);
    return sessions.get(this.app.id);
  }

  connectedCallback() {
    super.connectedCallback();
    this.began = Date.now();
    this.updateComplete.then(() => this.listen());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** Asks the table itself: the event is there as soon as it was answered. */
  async listen() {
    clearTimeout(this.timer);
    const path = `/api/v1/apps/${encodeURIComponent(this.app.id)}/sessions/${this.session}/timeline?limit=1`;
    const timeline = document.hidden ? null : await api.get(path).catch(() => null);
    if (timeline?.items?.length) this.seen = timeline.items[0];
    else if (this.isConnected)
      this.timer = setTimeout(() => this.listen(), PACE.find(([until]) => Date.now() - this.began < until)[1]);
  }

  render() {
    const key = store.fresh.get(this.app.id);
    return html`<div class="stack">
      <section class="card" aria-label="Send the first event">
        <ol class="steps">
          <li>
            <span class="step-no done">${icon('check')}</span>
            <div>
              <div>
                <h2>App created</h2>
                <p class="second small">
                  ${[this.app.platform, this.app.time_zone, this.app.currency].filter(Boolean).join(' · ')}.
                  ${key ? nothing : html`Its key was shown once. <a href=${router.href('apps', this.app.id, 'settings')}>Make another</a>`}
                </p>
              </div>
              ${key ? html`<tn-key-once .app=${this.app.id} .bare=${true}></tn-key-once>` : nothing}
            </div>
          </li>
          <li>
            ${this.seen ? html`<span class="step-no done">${icon('check')}</span>` : html`<span class="step-no now">2</span>`}
            <div>${this.sending(key)}</div>
          </li>
          <li>
            <span class="step-no ${this.seen ? 'now' : ''}">3</span>
            <div>
              <div>
                <h2>See it on the dashboard</h2>
                <p class="second small">
                  Figures follow within about two minutes. This page then becomes the overview.
                </p>
              </div>
            </div>
          </li>
        </ol>
      </section>
      ${card({
        title: 'What each page needs',
        flush: true,
        body: html`<ul class="needs">
          ${NEEDS.map(need => this.need(need, key))}
        </ul>`,
      })}
    </div>`;
  }

  sending(key) {
    const event = example('screen_view', this.session);
    const snippet = LANGUAGES.find(([name]) => name === this.language)[1];
    return html`<div class="line">
        <h2>Send the first event</h2>
        ${segments(
          LANGUAGES.map(([name]) => ({ id: name, name })),
          this.language,
          name => {
            this.language = name;
          },
          { label: 'Language' },
        )}
      </div>
      <tn-code
        id="first-event-code"
        .code=${snippet(store.ingest, key, event)}
        .hot=${key ?? '$TRACENOVA_KEY'}
      ></tn-code>
      <div class="line" aria-live="polite">
        ${
          this.seen
            ? html`<span class="listening good" data-first-event
                >${icon('check')}<span
                  >First event received at ${clock(this.seen.received_at, this.app.time_zone)}:
                  <b>${this.seen.type}</b>.
                  <a href=${router.href('apps', this.app.id, 'users', 'sessions', this.session)}
                    >See its session</a
                  ></span
                ></span
              >`
            : html`<span class="listening" data-listening
                  ><span class="pulse"></span
                  ><span class="second"
                    >Listening. The first event appears here within a second of arriving.</span
                  ></span
                >${key ? html`<button class="button small" data-test-event @click=${() => this.test(key, event)}>Send a test event</button>` : nothing}`
        }
      </div>
      ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}`;
  }

  need([symbol, name, what, type], key) {
    const open = this.shown === name;
    return html`<li>
        ${icon(symbol)}<b>${name}</b><span class="what second">${what}</span>
        <button
          class="link"
          aria-expanded=${open}
          @click=${() => {
            this.shown = open ? null : name;
          }}
        >
          ${open ? 'Hide' : 'Example'}
        </button>
      </li>
      ${open ? html`<li class="example"><tn-code .code=${LANGUAGES[0][1](store.ingest, key, example(type))}></tn-code></li>` : nothing}`;
  }

  async test(key, { path, body }) {
    this.wrong = null;
    try {
      await api.track(path, key, body);
      this.listen();
    } catch (problem) {
      this.wrong = problem.message;
    }
  }
}

customElements.define('tn-first-event', FirstEvent);
