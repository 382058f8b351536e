import { html, nothing } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { later, latency, offset } from '../core/format.js';
import { sentence } from '../core/sentences.js';
import { everywhere, exactClock } from '../core/time.js';
import { badge } from './card.js';
import { copy } from './code-block.js';

const GRAVE = new Map([
  ['critical', 'bad'],
  ['error', 'bad'],
  ['warning', 'warn'],
]);

/** Everything about one event: facts, stack, and its data as stored. */
export function inspector(item, start, zone, close) {
  const { verb, object } = sentence(item);
  const data = typeof item.data === 'object' && item.data !== null ? item.data : {};
  const stack = [data.stack_trace, data.crash_stack, data.error_stack].find(each => typeof each === 'string');
  const facts = [
    [
      'Time',
      html`<time datetime=${item.at} title=${everywhere(item.at)}>${exactClock(item.at, zone)}</time>
        <span class="quiet">+${offset(Date.parse(item.at) - start)}</span>`,
    ],
    ['Type', html`<span class="mono">${item.type}</span>`],
    ['Severity', item.severity && badge(capital(item.severity), GRAVE.get(item.severity) ?? '')],
    ['Took', item.duration_ms === null ? null : latency(item.duration_ms)],
    ['Screen', item.screen],
    ['Address', item.url],
    ['Received', item.received_at && later(Date.parse(item.received_at) - Date.parse(item.at))],
    ['Event id', html`<span class="mono">${item.event_id}</span>`],
  ];
  const json = JSON.stringify(item.data, null, 2);
  return html`<section class="card inspector" aria-label="Event" data-inspector>
    <div class="card-head">
      <h2>${capital(item.kind)}</h2>
      <div class="tools">
        <button class="square" title="Copy JSON" @click=${() => copy(json, 'Event copied')}>
          ${icon('copy', 'Copy JSON')}
        </button>
        <button class="square" title="Close" @click=${close}>${icon('close', 'Close')}</button>
      </div>
    </div>
    <div class="card-body">
      <p class="title">${verb} ${object}</p>
      <dl class="num">
        ${facts
          .filter(([, value]) => value)
          .map(
            ([name, value]) =>
              html`<dt>${name}</dt>
                <dd>${value}</dd>`,
          )}
      </dl>
      ${
        stack
          ? html`<h3>Stack</h3>
              <pre class="stack-trace" tabindex="0" aria-label="Stack">${stack}</pre>`
          : nothing
      }
      <h3>Data</h3>
      <div class="code"><pre tabindex="0" aria-label="Data">${json}</pre></div>
    </div>
  </section>`;
}

const capital = word => word.charAt(0).toUpperCase() + word.slice(1);
