// Settings: ready-to-paste requests, one per language.
import { Light, html, props, Follow } from '../core/lit.js';
import { store } from '../core/store.js';
import { LANGUAGES, example } from '../core/snippets.js';
import { card, segments } from '../components/card.js';
import '../components/code-block.js';

class AppSnippets extends Light {
  static properties = { ...props('app'), language: { state: true } };

  constructor() {
    super();
    this.follow = new Follow(this, store);
    this.language = 'curl';
  }

  render() {
    const key = store.fresh.get(this.app.id);
    const snippet = LANGUAGES.find(([name]) => name === this.language)[1];
    return card({
      id: 'snippets',
      title: 'Send events',
      note: 'Every kind of event has a path of its own.',
      tools: segments(
        LANGUAGES.map(([name]) => ({ id: name, name })),
        this.language,
        name => {
          this.language = name;
        },
        { label: 'Language' },
      ),
      body: html`<tn-code
        .code=${snippet(store.ingest, key, example('page_view'))}
        .hot=${key ?? '$TRACENOVA_KEY'}
      ></tn-code>`,
    });
  }
}

customElements.define('tn-app-snippets', AppSnippets);
