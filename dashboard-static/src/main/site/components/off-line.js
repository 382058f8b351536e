import { html, nothing } from '../core/lit.js';

/** Of an app that is switched off, one grey line under the head. */
export const offLine = app =>
  app.tracking_enabled
    ? nothing
    : html`<p class="off-line" data-off>Tracking is off. Requests are answered 403 and figures do not grow.</p>`;
