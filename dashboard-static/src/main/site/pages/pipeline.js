import { html } from '../core/lit.js';
import { Page } from '../frame/page.js';
import '../panels/pipeline-places.js';

/** Data / Pipeline: the places an event passes, what waits there, and through when all is proven. */
class PipelinePage extends Page {
  heading() {
    return { title: 'Data' };
  }

  body() {
    return html`<div class="grid"><tn-pipeline-places .app=${this.app}></tn-pipeline-places></div>`;
  }
}

customElements.define('tn-pipeline', PipelinePage);
