import { Follow, Light, html, props } from '../core/lit.js';
import { router } from '../core/router.js';
import { store } from '../core/store.js';
import { head } from './head.js';

/** The base of every page: a head and a main part. A page says `heading` and `body`; `tail` is the path behind its tab. */
export class Page extends Light {
  static properties = props('app', 'entry', 'tab', 'tail');

  constructor() {
    super();
    this.follow = new Follow(this, router, store);
  }

  /** Nothing is drawn of somebody who has just left. */
  shouldUpdate() {
    return store.user !== null;
  }

  heading() {
    return { title: this.entry.name };
  }

  render() {
    const heading = { app: this.app, entry: this.entry, tab: this.tab, ...this.heading() };
    document.title = [heading.title, this.app?.name, 'TraceNova'].filter(Boolean).join(' · ');
    return html`${head(heading)}
      <main id="main" tabindex="-1" class="page ${this.look ?? ''}">${this.body()}</main>`;
  }
}
