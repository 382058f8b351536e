// Keys of the whole page: `G` then a letter, `/`, `?`, Ctrl or ⌘ K. Single keys are off in fields, and can be turned off.
import { ENTRIES, SETTINGS, pathOf } from './navigation.js';
import { preferences } from './preferences.js';
import { RANGES } from './ranges.js';
import { router } from './router.js';

export const KEYS = [
  ['Ctrl K or ⌘ K', 'Go to a page or app'],
  ['/', 'Filter or search on this page'],
  ['G then a letter', `Go to ${ENTRIES.map(entry => `${entry.name} ${entry.letter}`).join(', ')}, Settings S`],
  [RANGES.map(range => range.key).join(' '), `Range: ${RANGES.map(range => range.name.toLowerCase()).join(', ')}`],
  ['Esc', 'Close what is open'],
  ['← →', 'Move along a chart that has the focus'],
  ['?', 'These keys'],
];

const WAIT = 1_200;
let awaiting = 0;

export function listen(app, show) {
  addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      return show('palette');
    }
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      inField(event.target) ||
      document.querySelector('dialog[open]')
    )
      return null;
    return preferences.get('keys') === 'off' ? null : single(event, app(), show);
  });
}

function single(event, app, show) {
  if (event.key === '?') return show('keys');
  if (event.key === '/') return focusSearch(event);
  const letter = event.key.toUpperCase();
  if (Date.now() - awaiting < WAIT) {
    awaiting = 0;
    const entry = [...ENTRIES, SETTINGS].find(each => each.letter === letter);
    return entry && app ? router.go(router.href(...pathOf(app, entry))) : null;
  }
  if (letter === 'G') {
    awaiting = Date.now();
    return null;
  }
  const range = RANGES.find(each => each.key === letter);
  const offered = range && document.querySelector(`[data-range="${range.id}"]:not(:disabled)`);
  return offered ? router.go(router.with({ range: range.id })) : null;
}

function focusSearch(event) {
  const field = document.querySelector('main [data-search], .head [data-search]');
  if (field) event.preventDefault();
  field?.focus();
}

const inField = element => element.closest?.('input, textarea, select, [contenteditable]') !== null;
