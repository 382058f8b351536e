// A session's timeline, read from the table page by page, and its shape.
import { api } from './api.js';
import { anything, instant, list, loosely, maybe, number, record, text } from './shape.js';

const PAGE = 500;
const MOST_PAGES = 10;

const shape = record({
  session: record({
    id: text,
    user_id: maybe(text),
    visitor_id: maybe(text),
    user_role: maybe(text),
    started_at: maybe(instant),
    last_at: maybe(instant),
    duration_ms: maybe(number),
    events: maybe(number),
    errors: maybe(number),
    release: maybe(text),
    platform: maybe(text),
    device: maybe(text),
  }),
  items: list(
    record({
      event_id: text,
      type: text,
      name: maybe(text),
      kind: text,
      at: instant,
      received_at: maybe(instant),
      sentence: maybe(text),
      screen: maybe(text),
      url: maybe(text),
      duration_ms: loosely(number),
      amount: loosely(number),
      currency: maybe(text),
      severity: maybe(text),
      data: anything,
    }),
    1_000,
  ),
  next_cursor: maybe(text),
});

/** Twice: the gateway decodes a path once before it chooses a route. And the browser takes `..` for a way up. */
const twice = id => encodeURIComponent(encodeURIComponent(id).replaceAll('.', '%2E'));

/** The session and its items in time order; `whole` is false where there are more than anyone reads. */
export async function timelineOf(app, session) {
  const base = `/api/v1/apps/${encodeURIComponent(app)}/sessions/${twice(session)}/timeline?limit=${PAGE}`;
  const items = [];
  let page = null;
  for (let read = 0; read < MOST_PAGES && (read === 0 || page.next_cursor); read++) {
    page = shape(await api.get(page ? `${base}&cursor=${encodeURIComponent(page.next_cursor)}` : base), 'timeline');
    items.push(...page.items);
  }
  items.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return { session: page.session, items, whole: !page.next_cursor };
}
