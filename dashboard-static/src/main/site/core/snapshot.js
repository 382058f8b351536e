// The insights the dashboard knows, and the shape of each. What is not listed here is not drawn.
import { day, flag, instant, list, maybe, Misshapen, number, record, text } from './shape.js';

const FORMAT = 1;

const point = { events: number, sessions: number, users: number, visitors: maybe(number), errors: maybe(number) };
const days = list(record({ day, ...point }), 400);
const hours = list(record({ t: instant, ...point }), 2_500);
const bounds = { from: instant, to: instant };
const totals = {
  total_events: number,
  unique_sessions: number,
  unique_users: number,
  unique_visitors: maybe(number),
  total_errors: maybe(number),
  error_rate: maybe(number),
  session_duration_ms: maybe(number),
  bounce_rate: maybe(number),
};

const overview = record({
  range: record({ ...bounds, time_zone: text }),
  previous: maybe(record({ ...bounds, ...totals, days, hours })),
  ...totals,
  estimated: flag,
  events_by_type: list(record({ type: text, name: maybe(text), events: number })),
  errors_by_severity: list(record({ severity: text, events: number })),
  hours,
  days,
  last_seen: list(record({ minute: instant, sessions: number })),
  data_through: instant,
});

const sessions = record({
  time_zone: text,
  items: list(
    record({
      session_id: text,
      user_id: maybe(text),
      visitor_id: maybe(text),
      user_role: maybe(text),
      started_at: instant,
      last_at: instant,
      duration_ms: number,
      events: number,
      errors: number,
      views: number,
      screen: maybe(text),
      release: maybe(text),
      platform: maybe(text),
      device: maybe(text),
      country: maybe(text),
    }),
    1_000,
  ),
  total: number,
  truncated: flag,
  data_through: instant,
});

const ledger = record({
  hours: list(
    record({
      hour: text,
      received: number,
      accepted: number,
      duplicate: number,
      rejected: number,
      rejected_by_reason: list(record({ reason: text, events: number }), 100),
      unfinished: number,
      refused: list(record({ reason: text, requests: number }), 100),
      stuck: number,
      reconciled: flag,
    }),
    400,
  ),
  data_through: instant,
});

const freshness = record({
  data_through: instant,
  reconciled_through: maybe(text),
  oldest_unreconciled_hour: maybe(text),
  unreconciled_hours: number,
  stuck_chunks: number,
});

const pipeline = record({
  last_received: maybe(instant),
  merged_at: maybe(instant),
  lag_ms: maybe(number),
  last_day: maybe(record({ since: text, chunks: number, events: number, rejected: number, accepted: number })),
  lake: maybe(record({ partitions: number, marts: number, rows: number, bytes: number, set_aside: number })),
  waiting_chunks: maybe(number),
  stuck_chunks: list(record({ hour: text, chunk: text })),
  processing: maybe(
    record({ since: text, types: list(record({ type: text, events: number, average_ms: maybe(number) })) }),
  ),
  quality: maybe(
    record({ since: text, events: number, average: maybe(number), valid: number, warn: number, invalid: number }),
  ),
  latest: list(
    record({
      event_id: text,
      type: text,
      name: maybe(text),
      session_id: maybe(text),
      occurred_at: instant,
      received_at: instant,
      score: maybe(number),
      status: maybe(text),
    }),
    100,
  ),
  data_through: instant,
});

const SHAPES = new Map([
  ['overview_24h', overview],
  ['overview_7d', overview],
  ['overview', overview],
  ['overview_90d', overview],
  ['sessions', sessions],
  ['ledger', ledger],
  ['freshness', freshness],
  ['pipeline', pipeline],
]);

/** The clean answer of one insight, or null where the snapshot has none of that name. */
export function insightOf(snapshot, app, insight) {
  if (snapshot?.format !== FORMAT)
    throw new Misshapen('The snapshot has a format this dashboard does not read. Reload the page.');
  if (snapshot.app !== app) throw new Misshapen('The snapshot is of another app.');
  const answers = snapshot.insights;
  if (typeof answers !== 'object' || answers === null) throw new Misshapen('The snapshot holds no insights.');
  return Object.hasOwn(answers, insight) ? SHAPES.get(insight)(answers[insight], insight) : null;
}
