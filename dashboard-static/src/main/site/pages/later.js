import { html, nothing } from '../core/lit.js';
import { Page } from '../frame/page.js';
import { store } from '../core/store.js';
import { curl, example } from '../core/snippets.js';
import { card } from '../components/card.js';
import '../components/code-block.js';

/** A page that is not in this version: what it will show, and what to send so that it has something to show. */
class LaterPage extends Page {
  get look() {
    return 'narrow';
  }

  body() {
    const { later, needs, name } = this.tab;
    return card({
      id: 'later',
      title: name,
      body: html`<div class="state" data-state="later">
        <b>Not in this version.</b>
        <span>${later}</span>
        ${
          needs && this.app
            ? html`<span>Its events are taken already. What you send today will count here.</span>
                <tn-code .code=${curl(store.ingest, store.fresh.get(this.app.id), example(needs))}></tn-code>`
            : nothing
        }
        <span class="actions"><a href="/api/v1/docs" target="_blank" rel="noopener">API documentation</a></span>
      </div>`,
    });
  }
}

customElements.define('tn-later', LaterPage);
