import { html, nothing } from '../core/lit.js';
import { store } from '../core/store.js';
import { notAllowed } from '../components/states.js';
import { card } from '../components/card.js';
import { Page } from '../frame/page.js';
import '../components/key-once.js';
import '../panels/app-keys.js';
import '../panels/app-general.js';
import '../panels/app-snippets.js';

/** Settings / General and keys: the new key where there is one, keys, snippets, the app itself, its end. */
class SettingsPage extends Page {
  heading() {
    return { title: 'Settings' };
  }

  body() {
    if (!store.mayChange) return card({ title: 'General and keys', body: notAllowed() });
    return html`<div class="stack">
      ${store.fresh.has(this.app.id) ? html`<tn-key-once .app=${this.app.id}></tn-key-once>` : nothing}
      <tn-app-keys .app=${this.app}></tn-app-keys><tn-app-snippets .app=${this.app}></tn-app-snippets>
      <tn-app-general .app=${this.app}></tn-app-general>
    </div>`;
  }
}

customElements.define('tn-settings', SettingsPage);
