// Settings: name, platform, zone and currency by a form; switches at once; deletion last, by typing the name.
import { Light, html, nothing, props, Follow } from '../core/lit.js';
import { Problem, api } from '../core/api.js';
import { PLATFORMS, currencies } from '../core/platforms.js';
import { router } from '../core/router.js';
import { store } from '../core/store.js';
import { knownZones } from '../core/time.js';
import { select } from '../components/card.js';
import { ask } from '../components/dialog.js';
import { toast } from '../components/toast.js';

const FIELDS = ['name', 'platform', 'time_zone', 'currency'];
const AREAS = [
  ['analytics', 'Analytics', 'Views, actions, features, funnels, business'],
  ['apm', 'Application monitoring', 'API, database, pages, server, network'],
  ['crash', 'Crashes and security', 'Errors, crashes, security, integrity, alerts'],
];

class AppGeneral extends Light {
  static properties = { ...props('app'), draft: { state: true }, wrong: { state: true }, saving: { state: true } };

  constructor() {
    super();
    this.follow = new Follow(this, store);
    this.draft = {};
  }

  willUpdate() {
    if (this.app.id !== this.known?.id) this.learn();
  }

  /** The app as it is now, and the tag that a change of it must name. */
  async learn() {
    const known = { id: this.app.id };
    this.known = known;
    try {
      const { value, tag } = await api.tagged('GET', this.path);
      known.tag = tag;
      store.put(value);
    } catch {
      // A change will ask again.
    }
  }

  get changed() {
    return FIELDS.filter(field => field in this.draft && this.draft[field] !== this.app[field]);
  }

  get path() {
    return `/api/v1/apps/${encodeURIComponent(this.app.id)}`;
  }

  render() {
    return html`<section class="card" aria-label="App" data-card="general">
      <form id="general" @submit=${this.save}>
        <div class="form-row">
          <div class="explain">
            <h2>App</h2>
            <p>Days, weeks and money on every page follow these.</p>
          </div>
          <div class="fields">
            <div class="field">
              <label for="name">Name</label
              ><input
                class="input"
                id="name"
                required
                maxlength="100"
                .value=${this.value('name')}
                aria-invalid=${Boolean(this.wrong?.of('name'))}
                @input=${event => this.set('name', event.target.value)}
              />${this.hint('name')}
            </div>
            ${this.choice(
              'platform',
              'Platform',
              PLATFORMS.map(name => [name, name]),
            )}
            ${this.choice(
              'time_zone',
              'Time zone',
              withNow(knownZones(), this.app.time_zone).map(zone => [zone, zone]),
              'Changing it regroups all days; history is recomputed.',
            )}
            ${this.choice('currency', 'Currency', currencies(), 'Used when an amount carries none. Amounts are never converted.')}
          </div>
        </div>
        ${
          this.changed.length
            ? html`<div class="save-bar">
                ${
                  this.wrong && !this.wrong.errors.length
                    ? html`<p class="wrong" role="alert">${this.wrong.message}</p>`
                    : nothing
                }
                <button
                  type="button"
                  class="button"
                  @click=${() => {
                    this.draft = {};
                    this.wrong = null;
                  }}
                >
                  Discard
                </button>
                <button class="button main" id="save-app" ?disabled=${this.saving}>Save changes</button>
              </div>`
            : nothing
        }
      </form>
      <div class="form-row lined">
        <div class="explain">
          <h2>Tracking</h2>
          <p>Off: requests are answered 403 tracking-disabled and nothing is stored.</p>
        </div>
        <ul class="toggles">
          ${this.toggle('tracking', 'Track this app', 'All keys, all events', this.app.tracking_enabled, false, on => ({
            tracking_enabled: on,
          }))}${AREAS.map(([id, name, what]) =>
            this.toggle(id, name, what, this.app.areas?.[id] ?? true, !this.app.tracking_enabled, on => ({
              areas: { [id]: on },
            })),
          )}
        </ul>
      </div>
      <div class="form-row lined">
        <div class="explain">
          <h2>Delete app</h2>
          <p>Revokes its keys and takes it out of the workspace.</p>
        </div>
        <div class="between">
          <span class="second">Its stored events are removed later, when deletion of data comes.</span>
          <button class="button risky" id="delete-app" @click=${this.askDeletion}>Delete ${this.app.name}…</button>
        </div>
      </div>
    </section>`;
  }

  value(field) {
    return this.draft[field] ?? this.app[field] ?? '';
  }

  set(field, value) {
    this.draft = { ...this.draft, [field]: value };
  }

  choice(id, label, options, words) {
    return html`<div class="field">
      <label for=${id}>${label}</label>${select({
        id,
        options,
        value: this.value(id),
        change: event => this.set(id, event.target.value),
      })}${this.hint(id, words)}
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

  toggle(id, name, what, on, disabled, change) {
    return html`<li>
      <span><span id=${`switch-${id}`}>${name}</span><span class="small quiet">${what}</span></span>
      <button
        class="switch"
        role="switch"
        data-switch=${id}
        aria-checked=${on}
        aria-labelledby=${`switch-${id}`}
        ?disabled=${disabled}
        @click=${() => this.patch(change(!on), `${name}: ${on ? 'off' : 'on'}`).catch(problem => toast(problem.message))}
      ></button>
    </li>`;
  }

  async patch(change, said) {
    if (!this.known.tag) await this.learn();
    const { known } = this;
    try {
      const { value, tag } = await api.tagged('PATCH', this.path, change, known.tag);
      known.tag = tag;
      store.put(value);
    } catch (problem) {
      if (!problem.isStale) throw problem;
      await this.learn();
      throw new Problem(412, { detail: 'Somebody else has changed this app; it is shown as it is now. Try again' });
    }
    toast(said);
  }

  async save(event) {
    event.preventDefault();
    this.saving = true;
    this.wrong = null;
    try {
      await this.patch(Object.fromEntries(this.changed.map(field => [field, this.draft[field]])), 'Changes saved');
      this.draft = {};
    } catch (problem) {
      this.wrong = problem;
    }
    this.saving = false;
  }

  askDeletion() {
    ask({
      title: `Delete ${this.app.name}?`,
      text: 'Its keys are refused within 30 seconds and it disappears from the workspace, for everyone. This cannot be undone.',
      keep: 'Keep it',
      verb: 'Delete app',
      danger: true,
      type: this.app.name,
      act: async () => {
        await api.call('DELETE', this.path);
        router.go('#/apps');
        store.drop(this.app.id);
        toast(`${this.app.name} deleted`);
      },
    });
  }
}

const withNow = (zones, zone) => (zones.includes(zone) ? zones : [zone, ...zones]);

customElements.define('tn-app-general', AppGeneral);
