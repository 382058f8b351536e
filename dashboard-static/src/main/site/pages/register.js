import { Light, html, nothing } from '../core/lit.js';
import { api } from '../core/api.js';
import { store } from '../core/store.js';
import { router } from '../core/router.js';
import { door } from '../components/door.js';

const SHORTEST = 12;
const LONGEST = 128;

/** Makes a workspace with its first account. */
class Register extends Light {
  static properties = { problem: { state: true }, wrong: { state: true }, busy: { state: true } };

  firstUpdated() {
    this.querySelector('#workspace').focus();
  }

  render() {
    return door(
      html`<form id="register" @submit=${this.send} novalidate>
        <h1>Register</h1>
        <p class="lead">A workspace, and you as its owner.</p>
        ${this.field('workspace', 'Workspace', { autocomplete: 'organization', hint: 'The name of your company or team' })}
        ${this.field('email', 'E-mail', { type: 'email', autocomplete: 'username' })}
        ${this.field('password', 'Password', { type: 'password', autocomplete: 'new-password', hint: `${SHORTEST} characters or more, of any kind` })}
        ${this.problem ? html`<p class="wrong" role="alert" id="wrong">${this.problem}</p>` : nothing}
        <button class="button main wide" id="submit" ?disabled=${this.busy}>Register</button>
        <p class="hint">You have an account? <a href="#/sign-in">Sign in</a></p>
      </form>`,
    );
  }

  field(name, label, { type = 'text', autocomplete, hint }) {
    const wrong = this.wrong?.get(name);
    return html`<div class="field">
      <label for=${name}>${label}</label
      ><input
        class="input tall"
        id=${name}
        name=${name}
        type=${type}
        autocomplete=${autocomplete}
        required
        aria-invalid=${Boolean(wrong)}
        aria-describedby=${`${name}-hint`}
      />
      <span class=${wrong ? 'wrong' : 'hint'} id=${`${name}-hint`}>${wrong ?? hint ?? nothing}</span>
    </div>`;
  }

  async send(event) {
    event.preventDefault();
    const { workspace, email, password } = event.target.elements;
    this.problem = null;
    this.wrong = judged(workspace.value.trim(), email.value.trim(), password.value);
    if (this.wrong.size) return;
    this.busy = true;
    try {
      await store.enter(await api.register(email.value.trim(), password.value, workspace.value.trim()));
      router.replace('#/');
    } catch (problem) {
      this.wrong = new Map(
        ['workspace', 'email', 'password'].map(name => [name, problem.of(name)]).filter(([, why]) => why),
      );
      this.problem = this.wrong.size ? null : problem.message;
    }
    this.busy = false;
  }
}

/** What the server would refuse anyway, said at once. */
function judged(workspace, email, password) {
  const wrong = new Map();
  if (!workspace) wrong.set('workspace', 'A workspace needs a name.');
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) wrong.set('email', 'This is not an e-mail address.');
  const length = [...password].length;
  if (length < SHORTEST) wrong.set('password', `At least ${SHORTEST} characters, these are ${length}.`);
  if (length > LONGEST) wrong.set('password', `At most ${LONGEST} characters.`);
  return wrong;
}

customElements.define('tn-register', Register);
