import { LANGUAGES, browser, curl, example, php } from '../site/core/snippets.js';
import { check, same } from './check.js';

const HOSTILE = {
  path: '/api/v1/track',
  body: { name: `it's "$HOME" \`x\` \\ </script>`, list: { amount: 84.9, none: null, yes: true } },
};

/** What a shell makes of single-quoted words. */
const unquoted = words => words.replaceAll("'\\''", '\u0000').replaceAll("'", '').replaceAll('\u0000', "'");

check('a shell hands on exactly the body', () => {
  const data = curl('http://x', 'key', HOSTILE).split('-d ')[1];
  same(JSON.parse(unquoted(data)), HOSTILE.body);
});

check('a script hands on exactly the body', () => {
  const body = /body: JSON\.stringify\((.*)\),\n/.exec(browser('http://x', 'key', HOSTILE))[1];
  same(JSON.parse(body), HOSTILE.body);
});

check('PHP gets arrays, and no quote ends its text', () => {
  const fields = /json_encode\(\[(.*)\]\)/.exec(php('http://x', 'key', HOSTILE))[1];
  same(
    fields,
    `'name' => 'it\\'s "$HOME" \`x\` \\\\ </script>', 'list' => ['amount' => 84.9, 'none' => null, 'yes' => true]`,
  );
});

check('the key stands where it belongs, or a name that says what is missing', () => {
  LANGUAGES.forEach(([, write]) => {
    same(write('http://x', 'tn_live_1', example('page_view')).includes('tn_live_1'), true);
    same(write('http://x', null, example('page_view')).includes('TRACENOVA_KEY'), true);
  });
});

check('every example has a path of its own and the session it is asked for', () => {
  const { path, body } = example('screen_view', 'sess_x');
  same([path, body.session_id], ['/api/v1/screen-views', 'sess_x']);
  same(example('nothing of the kind').path, '/api/v1/page-views');
});
