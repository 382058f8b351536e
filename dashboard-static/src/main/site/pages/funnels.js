import { html, nothing } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { api } from '../core/api.js';
import { router } from '../core/router.js';
import { store } from '../core/store.js';
import { plural } from '../core/format.js';
import { card } from '../components/card.js';
import { failed, loading } from '../components/states.js';
import { Page } from '../frame/page.js';

/** The funnels of an app and their steps. */
class FunnelsPage extends Page {
  static properties = { ...Page.properties, funnels: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.read();
  }

  async read() {
    this.problem = null;
    try {
      this.funnels = (await api.get(`/api/v1/apps/${encodeURIComponent(this.app.id)}/funnels`)).items;
    } catch (problem) {
      this.problem = problem;
    }
  }

  heading() {
    return { title: 'Funnels', tools: store.mayChange && this.funnels?.length ? this.maker() : undefined };
  }

  maker() {
    return html`<a class="button main" id="new-funnel" href=${router.href('apps', this.app.id, 'funnels', 'new')}
      >${icon('plus')} New funnel</a
    >`;
  }

  body() {
    if (this.problem) return card({ title: 'Funnels', body: failed(this.problem, () => this.read()) });
    if (!this.funnels) return card({ title: 'Funnels', body: loading(3) });
    if (!this.funnels.length) return this.none();
    return card({
      id: 'funnels',
      title: 'Funnels',
      note: 'Ordered · within 14 days of step 1 · counted per session',
      flush: true,
      body: html`<div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Funnel</th>
              <th scope="col" class="wide-only">Slug</th>
              <th scope="col">Steps</th>
            </tr>
          </thead>
          <tbody>
            ${this.funnels.map(funnel => this.row(funnel))}
          </tbody>
        </table>
      </div>`,
      foot: html`${plural(this.funnels.length, 'funnel')}<span class="end quiet wide-only"
          >Conversion is drawn in a later version. Steps sent today will count.</span
        >`,
    });
  }

  row(funnel) {
    const href = router.href('apps', this.app.id, 'funnels', funnel.slug);
    return html`<tr
      class="linked"
      data-row=${funnel.slug}
      @click=${event => !event.target.closest('a') && router.go(href)}
    >
      <td><a href=${href}>${funnel.name}</a></td>
      <td class="mono wide-only">${funnel.slug}</td>
      <td class="wraps">
        <span class="step-path"
          >${funnel.steps.map((step, index) => html`${index ? icon('right') : nothing}<span title=${step.key}>${step.name || step.key}</span>`)}</span
        >
      </td>
    </tr>`;
  }

  none() {
    return card({
      title: 'No funnel yet',
      body: html`<div class="state" data-state="empty">
        <span
          >A funnel is 2 to 20 ordered steps. Sessions are counted at the furthest step they reach, so one sees where
          they are lost.</span
        >
        ${store.mayChange ? this.maker() : nothing}
      </div>`,
    });
  }
}

customElements.define('tn-funnels', FunnelsPage);
