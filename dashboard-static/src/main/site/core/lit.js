// The one door to Lit. Every element draws into the page itself, so that one stylesheet serves all.
import { LitElement } from '../vendor/lit-element.js';

export { html, svg, nothing } from '../vendor/lit-html.js';

export class Light extends LitElement {
  createRenderRoot() {
    return this;
  }
}

/** Declares reactive properties that have no attribute. */
export const props = (...names) => Object.fromEntries(names.map(name => [name, { attribute: false }]));

/** Redraws its host when the source says `change`. */
export class Follow {
  constructor(host, ...sources) {
    this.host = host;
    this.sources = sources;
    this.redraw = () => host.requestUpdate();
    host.addController(this);
  }

  hostConnected() {
    this.sources.forEach(source => source.addEventListener('change', this.redraw));
  }

  hostDisconnected() {
    this.sources.forEach(source => source.removeEventListener('change', this.redraw));
  }
}
