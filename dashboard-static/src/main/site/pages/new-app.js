import { html, nothing } from '../core/lit.js';
import { api } from '../core/api.js';
import { PLATFORMS, currencies } from '../core/platforms.js';
import { router } from '../core/router.js';
import { store } from '../core/store.js';
import { here, knownZones } from '../core/time.js';
import { select } from '../components/card.js';
import { notAllowed } from '../components/states.js';
import { Page } from '../frame/page.js';

/** Makes an app; its first key is shown on the page that then listens for the first event. */
class NewAppPage extends Page {
  static properties = { ...Page.properties, wrong: { state: true }, busy: { state: true } };

  get look() {
    return 'narrow';
  }

  heading() {
    return { title: 'New app', crumb: { name: 'Apps', href: '#/apps' } };
  }

  body() {
    if (!store.mayChange) return notAllowed();
    return html`<section class="card" aria-label="New app">
      <form class="new-app" id="create-app" @submit=${this.send}>
        <div class="field">
          <label for="name">Name</label
          ><input
            class="input"
            id="name"
            required
            maxlength="100"
            autocomplete="off"
            placeholder="Storefront"
            aria-invalid=${Boolean(this.wrong?.of('name'))}
          />${this.hint('name', 'As people call it; it can be changed')}
        </div>
        <div class="fields">
          ${this.choice(
            'platform',
            'Platform',
            PLATFORMS.map(name => [name, name]),
            'Web',
          )}
          ${this.choice(
            'time_zone',
            'Time zone',
            knownZones().map(zone => [zone, zone]),
            here(),
            'Days and weeks follow it',
          )}
          ${this.choice('currency', 'Currency', currencies(), 'EUR', 'Used when an amount carries none')}
        </div>
        ${this.wrong && !this.wrong.errors.length ? html`<p class="wrong" role="alert">${this.wrong.message}</p>` : nothing}
        <div class="between">
          <a class="button" href="#/apps">Cancel</a
          ><button class="button main" id="create" ?disabled=${this.busy}>Create app</button>
        </div>
      </form>
    </section>`;
  }

  choice(id, label, options, value, hint) {
    return html`<div class="field">
      <label for=${id}>${label}</label>${select({ id, options, value })}${this.hint(id, hint)}
    </div>`;
  }

  hint(field, words) {
    const wrong = this.wrong?.of(field);
    return wrong
      ? html`<span class="wrong">${wrong}</span>`
      : words
        ? html`<span class="hint">${words}</span>`
        : nothing;
  }

  async send(event) {
    event.preventDefault();
    this.busy = true;
    this.wrong = null;
    const value = id => this.querySelector(`#${id}`).value;
    try {
      const { api_key: key, ...app } = await api.post('/api/v1/apps', {
        name: value('name').trim(),
        platform: value('platform'),
        time_zone: value('time_zone'),
        currency: value('currency'),
      });
      store.put(app);
      if (key) store.show(app.id, key);
      router.go(router.href('apps', app.id, 'overview'));
    } catch (problem) {
      this.wrong = problem;
    }
    this.busy = false;
  }
}

customElements.define('tn-new-app', NewAppPage);
