// The head of every page: title, freshness, filter, comparison, range; below it the tabs.
import { html, nothing } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { router } from '../core/router.js';
import { comparing, range } from '../core/ranges.js';
import { pathOf } from '../core/navigation.js';
import '../components/freshness.js';
import '../components/range-picker.js';

/** `ranges` are the ids the page can show; `compares` is true or the reason why it cannot. */
export function head({ app, entry, tab, title, crumb, ranges, compares, live, tools }) {
  return html`<header class="head">
    <div class="head-in bar">
      <div class="titles">
        ${crumb ? html`<span class="crumb"><a href=${crumb.href}>${crumb.name}</a>&ensp;/</span>` : nothing}
        <h1 tabindex="-1">${title}</h1>
        ${app ? html`<tn-freshness .app=${app}></tn-freshness>` : nothing}${live ?? nothing}
      </div>
      <div class="head-tools">${tools ?? nothing}${ranges ? rangeBar(app, ranges, compares) : nothing}</div>
    </div>
    ${
      app && ranges
        ? html`<p class="only-print head-in">
            ${app.name} ·
            ${range(ranges).name}${compares === true && comparing() ? ', compared with the period before' : ''} ·
            ${app.time_zone}
          </p>`
        : nothing
    }
    ${entry && entry.tabs.length > 1 && !crumb ? tabs(app, entry, tab) : nothing}
  </header>`;
}

const rangeBar = (app, ranges, compares) =>
  html` <button
      class="button plain"
      aria-disabled="true"
      title="Filters read the events themselves: they come with ranges of your own"
    >
      ${icon('filter', 'Filter')}<span>Filter</span>
    </button>
    ${compareButton(compares)}
    <div class="grow"><tn-range-picker .app=${app} .allowed=${ranges}></tn-range-picker></div>`;

function compareButton(compares) {
  const on = compares === true && comparing();
  return html`<button
    class="button plain"
    data-compare
    aria-pressed=${on}
    aria-disabled=${compares !== true}
    title=${compares === true ? 'Compare with the period before' : compares}
    @click=${() => compares === true && router.go(router.with({ compare: on ? 'none' : 'prev' }))}
  >
    ${icon('compare', 'Previous period')}<span>${on || compares !== true ? 'Previous period' : 'No comparison'}</span>
  </button>`;
}

const tabs = (app, entry, current) =>
  html`<nav class="tabs" aria-label=${entry.name}>
    ${entry.tabs.map(
      tab =>
        html` <a
          class=${tab.later ? 'later' : ''}
          href=${router.href(...pathOf(app.id, entry, tab))}
          data-tab=${tab.id}
          title=${tab.later ? 'Not in this version' : nothing}
          aria-current=${tab === current ? 'page' : nothing}
        >
          ${tab.name}</a
        >`,
    )}
  </nav>`;
