import { html, nothing } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { api } from '../core/api.js';
import { router } from '../core/router.js';
import { store } from '../core/store.js';
import { curl, example } from '../core/snippets.js';
import { card } from '../components/card.js';
import { ask } from '../components/dialog.js';
import { failed, loading } from '../components/states.js';
import { toast } from '../components/toast.js';
import { Page } from '../frame/page.js';
import '../components/code-block.js';

const LEAST = 2;
const MOST = 20;

/** One funnel: its name and its steps in order; also the form of a new one. */
class FunnelEditorPage extends Page {
  static properties = {
    ...Page.properties,
    funnel: { state: true },
    steps: { state: true },
    problem: { state: true },
    wrong: { state: true },
  };

  get slug() {
    return this.tail[0] === 'new' ? null : this.tail[0];
  }

  get path() {
    return `/api/v1/apps/${encodeURIComponent(this.app.id)}/funnels`;
  }

  connectedCallback() {
    super.connectedCallback();
    this.read();
  }

  async read() {
    this.problem = null;
    try {
      this.take(
        this.slug
          ? await api.tagged('GET', `${this.path}/${encodeURIComponent(this.slug)}`)
          : { value: { name: '', steps: [step(), step()] } },
      );
    } catch (problem) {
      this.problem = problem;
    }
  }

  take({ value, tag }) {
    this.funnel = value;
    this.tag = tag;
    this.steps = value.steps.map(each => ({ ...each }));
  }

  heading() {
    const back = { name: 'Funnels', href: router.href('apps', this.app.id, 'funnels') };
    return { title: this.slug ? (this.funnel?.name ?? this.slug) : 'New funnel', crumb: back };
  }

  body() {
    if (this.problem) return card({ title: 'Funnel', body: failed(this.problem, () => this.read()) });
    if (!this.funnel) return card({ title: 'Funnel', body: loading(4) });
    const locked = !store.mayChange;
    return html`<div class="stack">
      <section class="card" aria-label="Funnel">
        <form id="funnel" @submit=${this.save}>
          <div class="form-row">
            <div class="explain">
              <h2>Name</h2>
              <p>Its address is made from it once and stays.</p>
            </div>
            <div class="field">
              <input
                class="input"
                id="funnel-name"
                aria-label="Name"
                required
                maxlength="100"
                ?disabled=${locked}
                .value=${this.funnel.name}
                placeholder="Checkout"
                @input=${event => {
                  this.funnel.name = event.target.value;
                  this.requestUpdate();
                }}
              />
              ${this.slug ? html`<span class="hint mono">${this.slug}</span>` : nothing}
            </div>
          </div>
          <div class="form-row">
            <div class="explain">
              <h2>Steps</h2>
              <p>${LEAST} to ${MOST}, in order. The key is what your app sends as <code>step_key</code>.</p>
            </div>
            <div>
              ${this.steps.map((each, index) => this.step(each, index, locked))}
              ${
                locked
                  ? nothing
                  : html`<button
                      type="button"
                      class="button small"
                      id="add-step"
                      ?disabled=${this.steps.length >= MOST}
                      @click=${() => {
                        this.steps = [...this.steps, step()];
                      }}
                    >
                      ${icon('plus')} Add step
                    </button>`
              }
            </div>
          </div>
          ${
            locked
              ? nothing
              : html`<div class="save-bar">
                  ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
                  ${this.slug ? html`<button type="button" class="button risky" data-delete @click=${this.askDeletion}>Delete funnel</button>` : nothing}
                  <button class="button main" id="save-funnel">${this.slug ? 'Save funnel' : 'Create funnel'}</button>
                </div>`
          }
        </form>
      </section>
      ${this.slug && this.steps[0]?.key ? card({ title: 'Send a step', body: html`<tn-code .code=${curl(store.ingest, null, this.example())}></tn-code>` }) : nothing}
    </div>`;
  }

  step(each, index, locked) {
    const set = (field, value) => {
      each[field] = value;
      this.requestUpdate();
    };
    return html`<div class="step-edit" data-step=${index + 1}>
      <span class="step-no">${index + 1}</span>
      <input
        class="input mono"
        aria-label=${`Key of step ${index + 1}`}
        placeholder="step_key"
        required
        maxlength="200"
        ?disabled=${locked}
        .value=${each.key}
        data-step-key
        @input=${event => set('key', event.target.value)}
      />
      <input
        class="input"
        aria-label=${`Name of step ${index + 1}`}
        placeholder="Name"
        maxlength="200"
        ?disabled=${locked}
        .value=${each.name ?? ''}
        data-step-name
        @input=${event => set('name', event.target.value)}
      />
      ${
        locked
          ? nothing
          : html`<span class="pair"
              ><button
                type="button"
                class="square"
                title="Move up"
                ?disabled=${index === 0}
                @click=${() => this.move(index, -1)}
              >
                ${icon('up', `Move step ${index + 1} up`)}
              </button>
              <button
                type="button"
                class="square"
                title="Remove"
                ?disabled=${this.steps.length <= LEAST}
                @click=${() => {
                  this.steps = this.steps.filter((_, at) => at !== index);
                }}
              >
                ${icon('close', `Remove step ${index + 1}`)}
              </button></span
            >`
      }
    </div>`;
  }

  move(index, by) {
    const steps = [...this.steps];
    [steps[index], steps[index + by]] = [steps[index + by], steps[index]];
    this.steps = steps;
  }

  example() {
    const { path, body } = example('funnel_step');
    return { path, body: { ...body, funnel_slug: this.slug, step_key: this.steps[0].key } };
  }

  async save(event) {
    event.preventDefault();
    this.wrong = judged(this.steps);
    if (this.wrong) return;
    const body = {
      name: this.funnel.name.trim(),
      steps: this.steps.map(each => ({ key: each.key.trim(), name: each.name?.trim() || each.key.trim() })),
    };
    try {
      const saved = this.slug
        ? await api.tagged('PUT', `${this.path}/${encodeURIComponent(this.slug)}`, body, this.tag)
        : await api.tagged('POST', this.path, body);
      toast(this.slug ? 'Funnel saved' : 'Funnel created');
      if (this.slug) this.take(saved);
      else router.go(router.href('apps', this.app.id, 'funnels', saved.value.slug));
    } catch (problem) {
      if (problem.isStale) await this.read();
      this.wrong = problem.isStale ? 'Somebody else has changed this funnel; it is shown as it is now.' : problem.first;
    }
  }

  askDeletion() {
    ask({
      title: `Delete ${this.funnel.name}?`,
      text: 'Its steps are forgotten; the events stay. Steps that still arrive under its slug are rejected.',
      keep: 'Keep it',
      verb: 'Delete funnel',
      danger: true,
      act: async () => {
        await api.call('DELETE', `${this.path}/${encodeURIComponent(this.slug)}`);
        router.go(router.href('apps', this.app.id, 'funnels'));
        toast('Funnel deleted');
      },
    });
  }
}

const step = () => ({ key: '', name: '' });

function judged(steps) {
  const keys = steps.map(each => each.key.trim());
  if (keys.some(key => !key)) return 'Every step needs a key.';
  return new Set(keys).size < keys.length ? 'Two steps have the same key.' : null;
}

customElements.define('tn-funnel-editor', FunnelEditorPage);
