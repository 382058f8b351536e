import { Light, html, nothing, props, Follow } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { initials, plural } from '../core/format.js';
import { WORKSPACE } from '../core/navigation.js';
import { router } from '../core/router.js';
import { store } from '../core/store.js';
import '../components/popup.js';

/** Top left: which app this is, and the way to the others and to the pages of the workspace. */
class Switcher extends Light {
  static properties = { ...props('app'), wanted: { state: true } };

  constructor() {
    super();
    this.wanted = '';
    this.follow = new Follow(this, store);
  }

  shouldUpdate() {
    return store.user !== null;
  }

  render() {
    const name = this.app?.name ?? store.user.workspace.name;
    const sub = this.app ? this.app.platform : `Workspace · ${plural(store.apps?.length ?? 0, 'app')}`;
    const button = html`<span class="mark">${initials(name)}</span
      ><span class="names"><b class="cut">${name}</b> <span class="small second">${sub}</span></span
      >${icon('updown')}`;
    return html`<tn-popup
      .look=${'switcher'}
      .place=${'down apps'}
      .label=${`${name}: switch app`}
      .button=${button}
      .content=${() => this.choices()}
    ></tn-popup>`;
  }

  choices() {
    const wanted = this.wanted.toLowerCase();
    const found = (store.apps ?? []).filter(app => app.name.toLowerCase().includes(wanted));
    return html`<div class="search">
        ${icon('search')}<input
          class="input"
          placeholder="Find an app"
          aria-label="Find an app"
          @input=${event => {
            this.wanted = event.target.value;
            this.querySelector('tn-popup').requestUpdate();
          }}
        />
      </div>
      <ul>
        ${found.map(
          app =>
            html`<li>
              <a class="row" href=${this.to(app)} aria-current=${app.id === this.app?.id ? 'true' : nothing}>
                <span class="mark ${app.tracking_enabled ? '' : 'off'}">${initials(app.name)}</span
                ><span class="cut">${app.name} <span class="small quiet">${app.platform}</span></span
                >${
                  app.tracking_enabled
                    ? nothing
                    : html`<span class="dot off"></span><span class="small quiet">Off</span>`
                }</a
              >
            </li>`,
        )}
        ${found.length ? nothing : html`<li class="sub">No app of that name.</li>`}
      </ul>
      <hr />
      ${WORKSPACE.map(
        page =>
          html`<a class="row" href=${page.later ? `#/workspace/${page.id}` : '#/apps'}
            >${icon(page.icon)} ${page.id === 'apps' ? 'All apps' : page.name}</a
          >`,
      )}`;
  }

  /** The same page of the other app. */
  to(app) {
    const [, , page, tab] = router.path;
    return router.href('apps', app.id, page ?? 'overview', ...(tab && page !== 'funnels' ? [tab] : []));
  }
}

customElements.define('tn-switcher', Switcher);
