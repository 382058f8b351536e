// The base of every panel that draws an insight: loading, failed, empty and ready look alike everywhere.
import { Light, html, nothing, props } from '../core/lit.js';
import { Insight } from '../core/insights.js';
import { card } from './card.js';
import { empty, failed, loading } from './states.js';

const PATIENCE = 150;

/** A panel names its insight, says what is empty, and arranges components in `ready`. */
export class Panel extends Light {
  static properties = { ...props('app', 'range', 'compare'), patient: { state: true } };

  constructor() {
    super();
    this.patient = true;
    this.insight = new Insight(this, () => [this.app?.id, this.named()]);
  }

  connectedCallback() {
    super.connectedCallback();
    this.timer = setTimeout(() => {
      this.patient = false;
    }, PATIENCE);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** The name of the insight that is drawn. */
  named() {
    return this.range.insight;
  }

  get answer() {
    return this.insight.read?.answer;
  }

  render() {
    const read = this.insight.read;
    if (!read) return nothing;
    this.classList.toggle('reloading', read.state === 'ready' && read.answer === null);
    if (read.answer && !this.isEmpty(read.answer)) return this.ready(read.answer);
    return this.instead(read);
  }

  instead(read) {
    const body =
      read.state === 'failed'
        ? failed(read.problem, () => read.read())
        : read.state === 'loading'
          ? this.patient
            ? this.waiting()
            : loading(this.rows)
          : empty(read.state === 'none' ? 'Nothing is computed yet.' : this.emptyTitle, this.fills);
    return card({ title: this.caption, body, look: read.state === 'loading' ? this.shape : '' });
  }

  waiting() {
    return html`<div class="skeleton" aria-hidden="true">
      ${Array.from({ length: this.rows }, () => html`<div></div>`)}
    </div>`;
  }

  get rows() {
    return 6;
  }

  /** The class that reserves the height of the result. */
  get shape() {
    return '';
  }

  isEmpty() {
    return false;
  }
}
