import { Light, html, nothing, props, Follow } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { ENTRIES, SETTINGS, WORKSPACE, pathOf } from '../core/navigation.js';
import { router } from '../core/router.js';
import { store } from '../core/store.js';
import './account.js';
import './switcher.js';

/** Whether anything of an entry exists; the others say that they come later. */
const built = entry => entry.tabs.some(tab => tab.load);

/** The entries of an app or of the workspace; also what the phone's sheet shows. */
export function entries(app, current) {
  const list = app ? ENTRIES : WORKSPACE;
  return html`<ul class="entries">
    ${list.map(
      entry =>
        html`<li class=${entry.gap ? 'gap' : ''}>
          ${
            app
              ? link(entry, router.href(...pathOf(app.id, entry)), current === entry.id, !built(entry))
              : link(
                  entry,
                  entry.later ? `#/workspace/${entry.id}` : '#/apps',
                  current === entry.id,
                  Boolean(entry.later),
                )
          }
        </li>`,
    )}
  </ul>`;
}

export const link = (entry, href, here, later) =>
  html`<a
    class="entry ${later ? 'later' : ''}"
    href=${href}
    data-entry=${entry.id}
    title=${later ? 'Not in this version' : nothing}
    aria-current=${here ? 'page' : nothing}
    >${icon(entry.icon)}<span>${entry.name}</span></a
  >`;

/** The left column: switcher, entries, at the foot settings and account. */
class Column extends Light {
  static properties = props('app', 'current');

  constructor() {
    super();
    this.follow = new Follow(this, router, store);
  }

  render() {
    return html`<div class="column">
      <tn-switcher .app=${this.app}></tn-switcher>
      <nav aria-label="Main">${entries(this.app, this.current)}</nav>
      <div class="foot">
        ${this.app ? html`<nav aria-label="App">${link(SETTINGS, router.href(...pathOf(this.app.id, SETTINGS)), this.current === 'settings')}</nav>` : nothing}
        <tn-account></tn-account>
      </div>
    </div>`;
  }
}

customElements.define('tn-column', Column);
