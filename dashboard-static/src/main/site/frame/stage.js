import { Light, html, props } from '../core/lit.js';
import { icon, logo } from '../core/icons.js';
import { router } from '../core/router.js';

/** Loads the page of a place and holds its element as long as the path stays the same. */
class Stage extends Light {
  static properties = { ...props('place'), page: { state: true }, failed: { state: true } };

  willUpdate(changed) {
    if (changed.has('place')) this.turn();
  }

  async turn() {
    const { place } = this;
    const path = router.path.join('/');
    if (this.path === path)
      return this.shown === path && this.page.localName === place.tag ? this.hand(this.page, place) : null;
    const first = this.path === undefined;
    this.path = path;
    try {
      await place.load();
    } catch {
      this.failed = true;
      return null;
    }
    if (this.path !== path) return null;
    this.failed = false;
    this.shown = path;
    this.page = this.hand(document.createElement(place.tag), this.place);
    scrollTo(0, 0);
    await this.page.updateComplete;
    return first ? null : this.page.querySelector('h1')?.focus({ preventScroll: true });
  }

  hand(page, { app, entry, tab, tail }) {
    return Object.assign(page, { app, entry, tab, tail });
  }

  render() {
    if (this.failed) {
      return html`<main id="main" class="page">
        <div class="state" role="alert">
          <b>${icon('warning')}This page could not be loaded.</b>
          <span>A newer version may have been published.</span>
          <button class="button small" @click=${() => location.reload()}>Reload</button>
        </div>
      </main>`;
    }
    return this.page ?? html`<div class="splash" role="status" aria-label="Loading">${logo()}</div>`;
  }
}

customElements.define('tn-stage', Stage);
