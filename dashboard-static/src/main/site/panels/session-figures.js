// Users / Sessions: how many, how long, how many had errors.
import { html, nothing } from '../core/lit.js';
import { NONE, duration, tenth } from '../core/format.js';
import { activeNow } from '../core/series.js';
import { delta, rates, strip, whole } from '../components/figures.js';
import { Panel } from '../components/panel.js';

class SessionFigures extends Panel {
  constructor() {
    super();
    this.caption = 'Figures';
    this.emptyTitle = 'No session yet.';
    this.fills = 'session_start';
  }

  /** The list below says what to send. */
  instead(read) {
    return read.state === 'none' ? nothing : super.instead(read);
  }

  get rows() {
    return 2;
  }

  get shape() {
    return 'shape-strip';
  }

  ready(answer) {
    return html`<section class="card" data-card="session-figures" aria-label="Figures of the range">
      ${strip(this.stats(answer))}
    </section>`;
  }

  stats(answer) {
    const old = this.compare ? answer.previous : null;
    const perSession = each => (each.unique_sessions === 0 ? null : each.total_events / each.unique_sessions);
    const mean = perSession(answer);
    return [
      { id: 'active', label: 'Active sessions', ...whole(activeNow(answer)), note: 'in the last 30 min' },
      {
        id: 'sessions',
        label: 'Sessions',
        ...whole(answer.unique_sessions),
        delta: old && delta(answer.unique_sessions, old.unique_sessions, { better: 'up' }),
      },
      {
        id: 'duration',
        label: 'Session duration',
        value: duration(answer.session_duration_ms),
        delta: old && delta(answer.session_duration_ms, old.session_duration_ms, { better: 'up', kind: 'time' }),
      },
      {
        id: 'per_session',
        label: 'Events per session',
        value: mean === null ? NONE : tenth(mean),
        delta: old && delta(mean, perSession(old)),
      },
      ...rates(answer, old),
    ];
  }
}

customElements.define('tn-session-figures', SessionFigures);
