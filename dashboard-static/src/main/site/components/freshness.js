import { Light, html, nothing, props, Follow } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { all } from '../core/insights.js';
import { dayOf, hourMinute, shortDay, today } from '../core/time.js';

const BEHIND = 5 * 60_000;

/** Through when the figures on the page are complete: the oldest of its insights. Hovering says it of each. */
class Freshness extends Light {
  static properties = props('app');

  constructor() {
    super();
    this.follow = new Follow(this, all);
  }

  connectedCallback() {
    super.connectedCallback();
    this.timer = setInterval(() => this.requestUpdate(), 30_000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  render() {
    const reads = all.list.filter(read => read.app === this.app.id);
    const timed = reads.filter(read => read.through);
    if (!timed.length)
      return reads.some(read => read.state === 'none') ? this.line('No event yet', false, '') : nothing;
    const oldest = timed.reduce((a, b) => (Date.parse(a.through) <= Date.parse(b.through) ? a : b));
    const behind = Date.now() - Date.parse(oldest.through);
    const late = timed.some(read => read.stale) && behind > BEHIND;
    const words = `Complete to ${this.moment(oldest.through)}${late ? `, ${lag(behind)} behind` : ''}`;
    return this.line(words, late, timed.map(read => `${read.insight}: ${this.moment(read.through)}`).join('\n'));
  }

  line(words, late, hover) {
    return html`<span class="fresh ${late ? 'warn' : ''}" role="status" title=${hover} data-freshness
      >${icon('clock')}${words}</span
    >`;
  }

  /** Today's date is left out. */
  moment(instant) {
    const zone = this.app.time_zone;
    const day = dayOf(instant, zone);
    return `${day === today(zone) ? '' : `${shortDay(day)} `}${hourMinute(instant, zone)}`;
  }
}

const lag = ms =>
  ms < 3_600_000
    ? `${Math.floor(ms / 60_000)} min`
    : ms < 86_400_000
      ? `${Math.floor(ms / 3_600_000)} h`
      : `${Math.floor(ms / 86_400_000)} d`;

customElements.define('tn-freshness', Freshness);
