import { html } from '../core/lit.js';
import { Page } from '../frame/page.js';
import '../panels/pipeline-latest.js';
import '../panels/pipeline-places.js';
import '../panels/pipeline-processing.js';
import '../panels/pipeline-quality.js';

/** Data / Pipeline: the places an event passes, what waits there, what came last, how long it takes and how well
    formed events are. */
class PipelinePage extends Page {
  heading() {
    return { title: 'Data' };
  }

  body() {
    return html`<div class="grid">
      <tn-pipeline-places .app=${this.app}></tn-pipeline-places>
      <tn-pipeline-latest .app=${this.app}></tn-pipeline-latest>
      <tn-pipeline-processing class="w6" .app=${this.app}></tn-pipeline-processing>
      <tn-pipeline-quality class="w6" .app=${this.app}></tn-pipeline-quality>
    </div>`;
  }
}

customElements.define('tn-pipeline', PipelinePage);
