import { Light, html, props } from '../core/lit.js';
import { icon } from '../core/icons.js';
import { toast } from './toast.js';

/** Code to paste, with its copy button in a column of its own. `hot` is a part that is set off. */
class CodeBlock extends Light {
  static properties = { ...props('code', 'hot'), copied: { state: true } };

  render() {
    return html`<div class="code">
      <pre tabindex="0" aria-label="Code">
${this.parts()}</pre>
      <button class="square" title="Copy" data-copy @click=${this.copy}>
        ${icon(this.copied ? 'check' : 'copy', 'Copy')}
      </button>
    </div>`;
  }

  parts() {
    const at = this.hot ? this.code.indexOf(this.hot) : -1;
    if (at < 0) return this.code;
    return html`${this.code.slice(0, at)}<span class="hot">${this.hot}</span>${this.code.slice(at + this.hot.length)}`;
  }

  async copy() {
    this.copied = await copy(this.code, 'Copied');
    setTimeout(() => {
      this.copied = false;
    }, 2000);
  }
}

/** Whether the browser let us. */
export async function copy(text, said) {
  const done = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  toast(done ? said : 'The browser did not allow copying. Select the text instead.');
  return done;
}

customElements.define('tn-code', CodeBlock);
