import { html } from '../core/lit.js';
import { Page } from '../frame/page.js';

/** There is no such page, or it is not the reader's: both look alike. */
class MissingPage extends Page {
  heading() {
    return { title: 'Not found' };
  }

  body() {
    return html`<div class="state" data-state="missing">
      <b>There is nothing at this address.</b>
      <span>The app may have been deleted, or belongs to another workspace.</span
      ><a class="button small" href="#/apps">All apps</a>
    </div>`;
  }
}

customElements.define('tn-missing', MissingPage);
