import { Light, html, nothing, Follow } from '../core/lit.js';
import { api } from '../core/api.js';
import { store } from '../core/store.js';
import { router } from '../core/router.js';
import { door } from '../components/door.js';

/** Signs in, and goes to where the reader wanted to be. */
class SignIn extends Light {
  static properties = { wrong: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.follow = new Follow(this, store);
  }

  firstUpdated() {
    this.querySelector('#email').focus();
  }

  render() {
    return door(
      html`<form id="sign-in" @submit=${this.send}>
        <h1>Sign in</h1>
        <p class="lead">Your monitoring, in your own account.</p>
        ${store.reason ? html`<p class="second" role="status">${store.reason}</p>` : nothing}
        <div class="field">
          <label for="email">E-mail or user name</label
          ><input
            class="input tall"
            id="email"
            name="username"
            autocomplete="username"
            autocapitalize="off"
            spellcheck="false"
            required
          />
        </div>
        <div class="field">
          <label for="password">Password</label
          ><input
            class="input tall"
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
            aria-invalid=${Boolean(this.wrong)}
          />
        </div>
        ${this.wrong ? html`<p class="wrong" role="alert" id="wrong">${this.wrong}</p>` : nothing}
        <button class="button main wide" id="submit" ?disabled=${this.busy}>Sign in</button>
        <p class="hint">
          No account yet? <a href="#/register">Register</a> a workspace, or ask an owner or admin of yours to invite
          you.
        </p>
      </form>`,
    );
  }

  async send(event) {
    event.preventDefault();
    this.wrong = null;
    this.busy = true;
    const { username, password } = event.target.elements;
    try {
      await store.enter(await api.signIn(username.value.trim(), password.value));
      if (router.path[0] === 'sign-in') router.replace('#/');
    } catch (problem) {
      this.wrong = problem.status === 401 ? 'Wrong e-mail or password.' : problem.message;
      password.select();
    }
    this.busy = false;
  }
}

customElements.define('tn-sign-in', SignIn);
