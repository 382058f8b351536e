// One session: facts, the whole of it to scale, chips of kinds, the list, and what is selected.
import { Light, html, nothing, props } from '../core/lit.js';
import { NONE, count, duration, plural } from '../core/format.js';
import { dayTime, everywhere } from '../core/time.js';
import { dot } from '../components/card.js';
import { scale } from '../components/journey-scale.js';
import { journeyList } from '../components/journey-list.js';
import { inspector } from '../components/inspector.js';

const KINDS = [
  ['journey', 'Journey steps'],
  ['view', 'Views'],
  ['navigation', 'Navigation'],
  ['action', 'Actions'],
  ['error', 'Errors'],
  ['business', 'Business'],
  ['api', 'API calls'],
  ['other', 'Other events'],
];

class Journey extends Light {
  static properties = { ...props('app', 'timeline', 'active'), off: { state: true }, chosen: { state: true } };

  constructor() {
    super();
    this.off = new Set(['other']);
    this.escape = event => {
      if (event.key === 'Escape') this.chosen = null;
    };
  }

  /** Where there is room, the first error is open at once, or the first event. */
  willUpdate() {
    if (this.chosen !== undefined || !matchMedia('(min-width: 1001px)').matches) return;
    const shown = this.timeline.items.filter(item => !this.off.has(kindOf(item)));
    this.chosen = (shown.find(item => kindOf(item) === 'error') ?? shown[0])?.event_id;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.escape);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('keydown', this.escape);
  }

  render() {
    const { items } = this.timeline;
    const shown = items.filter(item => !this.off.has(kindOf(item)));
    const chosen = items.find(item => item.event_id === this.chosen);
    return html`<div class="stack">
      <section class="card" aria-label="Session" data-card="session">
        ${this.facts()}${scale(items, this.app.time_zone)}
      </section>
      <div class="filters scrolls" role="group" aria-label="Kinds of events">
        ${KINDS.map(kind => this.chip(kind, items))}
      </div>
      <div class="grid">
        <section class="card ${chosen ? 'w8' : ''}" aria-label="Journey" data-card="journey">
          ${
            shown.length
              ? journeyList({
                  items: shown,
                  start: Date.parse(items[0].at),
                  chosen: this.chosen,
                  choose: id => {
                    this.chosen = id === this.chosen ? null : id;
                  },
                  active: this.active,
                  last: items.at(-1),
                  zone: this.app.time_zone,
                })
              : html`<div class="card-body">
                  <br />
                  <div class="state"><b>${items.length ? 'No events of these kinds.' : 'No event yet.'}</b></div>
                </div>`
          }
          ${this.timeline.whole ? nothing : html`<div class="card-foot">The first ${count(items.length)} events. The rest is in the lake.</div>`}
        </section>
        ${
          chosen
            ? html`<div class="w4 side">
                ${inspector(chosen, Date.parse(items[0].at), this.app.time_zone, () => {
                  this.chosen = null;
                })}
              </div>`
            : nothing
        }
      </div>
    </div>`;
  }

  facts() {
    const { session, items } = this.timeline;
    const [first, last] = [items[0]?.at ?? session.started_at, items.at(-1)?.at ?? session.last_at];
    const errors = items.filter(item => kindOf(item) === 'error').length;
    const facts = [
      ['Person', html`<span class="mono">${session.user_id ?? 'Visitor'}</span>`],
      ['Role', session.user_role],
      [
        'Started',
        first && html`<time datetime=${first} title=${everywhere(first)}>${dayTime(first, this.app.time_zone)}</time>`,
      ],
      ['Duration', duration(session.duration_ms ?? (first ? Date.parse(last) - Date.parse(first) : null))],
      ['Events', count(items.length)],
      ['Release', session.release],
      ['Device', [session.platform, session.device].filter(Boolean).join(', ')],
      [
        'Status',
        html`${this.active ? dot('Active') : dot('Ended', 'off')}${errors ? html` · <span class="warn">${plural(errors, 'error')}</span>` : nothing}`,
      ],
    ];
    return html`<dl class="facts" tabindex="0" aria-label="Facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd class="num">${value || NONE}</dd>
          </div>`,
      )}
    </dl>`;
  }

  chip([kind, name], items) {
    const many = items.filter(item => kindOf(item) === kind).length;
    const toggle = () => {
      const off = new Set(this.off);
      if (!off.delete(kind)) off.add(kind);
      this.off = off;
    };
    return many
      ? html`<button class="chip" data-kind=${kind} aria-pressed=${!this.off.has(kind)} @click=${toggle}>
          ${name}<span class="num">${count(many)}</span>
        </button>`
      : nothing;
  }
}

const kindOf = item => (KINDS.some(([kind]) => kind === item.kind) ? item.kind : 'other');

customElements.define('tn-journey', Journey);
