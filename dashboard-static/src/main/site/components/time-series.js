import { Light, html, props } from '../core/lit.js';
import { preferences } from '../core/preferences.js';
import { axis, percent } from '../core/format.js';
import { colours, load } from './chart-setup.js';

const LABEL = 60;

/** A line over time. `points` are {label, long, value, marked}; `earlier` the comparison by index; the last `running`
    points can still change and are dashed. `says` is the chart as a sentence. */
class TimeSeries extends Light {
  static properties = props('points', 'earlier', 'running', 'format', 'says', 'difference');

  render() {
    return html`<canvas role="img" tabindex="0" aria-label=${this.says} @keydown=${this.move}></canvas>`;
  }

  connectedCallback() {
    super.connectedCallback();
    this.repaint = () => this.draw(true);
    preferences.addEventListener('change', this.repaint);
    if (this.hasUpdated) this.draw(true);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    preferences.removeEventListener('change', this.repaint);
    this.chart?.destroy();
    this.chart = null;
  }

  updated() {
    this.draw(false);
  }

  async draw(anew) {
    const Chart = await load();
    const canvas = this.querySelector('canvas');
    if (!canvas || !this.isConnected) return;
    if (anew || !this.chart) {
      this.chart?.destroy();
      this.chart = new Chart(canvas, { type: 'line', data: this.data(), options: this.options() });
    } else {
      this.chart.data = this.data();
      this.chart.options = this.options();
      this.chart.update('none');
    }
  }

  data() {
    const ink = colours();
    const firstOpen = this.points.length - this.running;
    const open = segment => segment.p1DataIndex >= firstOpen;
    const line = {
      data: this.points.map(point => point.value),
      borderColor: ink('c1'),
      borderWidth: 2,
      order: 1,
      tension: 0,
      fill: 'origin',
      backgroundColor: ink('fill'),
      segment: {
        borderDash: segment => (open(segment) ? [4, 4] : undefined),
        backgroundColor: segment => (open(segment) ? 'transparent' : undefined),
      },
      pointRadius: point => (this.running > 0 && point.dataIndex === this.points.length - 1 ? 3.5 : 0),
      pointBackgroundColor: ink('surface'),
      pointBorderColor: ink('c1'),
      pointBorderWidth: 2,
      pointHoverRadius: 4,
      pointHoverBackgroundColor: ink('surface'),
      pointHoverBorderColor: ink('c1'),
      pointHoverBorderWidth: 2,
    };
    const past = {
      data: this.earlier ?? [],
      borderColor: ink('compare'),
      borderWidth: 1.25,
      borderDash: [2, 3],
      order: 2,
      tension: 0,
      pointRadius: 0,
      pointHoverRadius: 0,
      fill: false,
    };
    return { labels: this.points.map(point => point.label), datasets: this.earlier ? [line, past] : [line] };
  }

  options() {
    const ink = colours();
    const ticks = { color: ink('text-3'), font: { size: 12 } };
    return {
      animation: false,
      maintainAspectRatio: false,
      normalized: true,
      events: ['mousemove', 'mouseout', 'touchstart', 'touchmove'],
      interaction: { mode: 'index', intersect: false },
      layout: { padding: { top: 6, right: 6 } },
      scales: {
        x: {
          grid: { display: false },
          border: { color: ink('line-strong') },
          ticks: { ...ticks, autoSkip: false, maxRotation: 0, padding: 4, callback: (_, index) => this.tick(index) },
        },
        y: {
          beginAtZero: true,
          grid: { color: ink('grid'), drawTicks: false },
          border: { display: false },
          ticks: { ...ticks, maxTicksLimit: 5, precision: 0, padding: 8, callback: axis },
        },
      },
      plugins: { legend: { display: false }, tooltip: this.tooltip(ink) },
    };
  }

  /** Only marked points have a label, and of those as many as there is room for. */
  tick(index) {
    if (!this.points[index]?.marked) return null;
    const marked = this.points.filter(point => point.marked).length;
    const every = Math.max(1, Math.ceil((marked * LABEL) / Math.max(this.clientWidth - 60, LABEL)));
    const rank = this.points.slice(0, index).filter(point => point.marked).length;
    return rank % every === 0 ? this.points[index].label : null;
  }

  tooltip(ink) {
    return {
      filter: item => item.datasetIndex === 0,
      displayColors: false,
      backgroundColor: ink('text'),
      titleColor: ink('page'),
      bodyColor: ink('page'),
      footerColor: ink('page'),
      cornerRadius: 6,
      padding: 10,
      caretSize: 0,
      caretPadding: 10,
      titleFont: { size: 12, weight: 400 },
      bodyFont: { size: 13, weight: 600 },
      footerFont: { size: 12, weight: 400 },
      callbacks: {
        title: ([item]) => this.points[item.dataIndex].long,
        label: item => this.format(item.parsed.y),
        footer: ([item]) => this.against(item.dataIndex),
      },
    };
  }

  against(index) {
    const earlier = this.earlier?.[index];
    return earlier === null || earlier === undefined
      ? []
      : [`${this.format(earlier)} before`, this.difference(this.points[index].value, earlier)];
  }

  /** The arrow keys move the tooltip. */
  move(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined || !this.chart) return;
    event.preventDefault();
    const last = this.points.length - 1;
    this.at = Math.min(last, Math.max(0, (this.at ?? (step < 0 ? last + 1 : -1)) + step));
    const active = [{ datasetIndex: 0, index: this.at }];
    this.chart.setActiveElements(active);
    this.chart.tooltip.setActiveElements(active, { x: 0, y: 0 });
    this.chart.update('none');
  }
}

customElements.define('tn-time-series', TimeSeries);

/** The change against the comparison, for a tooltip. */
export const difference = (now, earlier) =>
  earlier === 0 ? 'new' : `${now >= earlier ? '+' : '\u2212'}${percent(Math.abs(now / earlier - 1))}`;
