// What every figure on the dashboard means, said once. `of` is the definition's number, `from` the question it answers.
const said = (name, says, of, from) => ({ name, says, of, from });

export const DEFINITIONS = new Map(
  Object.entries({
    sessions: said('Sessions', 'Distinct session ids with an event in the range.', 'D2', 'overview.sql'),
    users: said(
      'Users',
      'Distinct user ids with an event in the range. Visitors who never said who they are do not count here.',
      'D28',
      'overview.sql',
    ),
    events: said(
      'Events',
      'Distinct event ids that happened in the range: what was sent twice counts once. A sampled event weighs 1 / sample rate.',
      'D1',
      'overview.sql',
    ),
    duration: said(
      'Session duration',
      'Mean over the sessions of the range. A session lasts what its end event says, else from its first to its last event; one of a single event lasts 0 s and is in the mean.',
      'D2',
      'overview.sql',
    ),
    bounce_rate: said(
      'Bounce rate',
      'Sessions with exactly one view, no interaction and less than 10 seconds, of the sessions with a view.',
      'D3',
      'overview.sql',
    ),
    error_rate: said(
      'Error rate',
      'Sessions with an event of severity error or critical, of all sessions of the range.',
      'D26',
      'overview.sql',
    ),
    active: said('Active sessions', 'Sessions with any event in the last 30 minutes.', 'D2', 'overview.sql'),
    per_session: said('Events per session', 'Events of the range, per session of the range.', 'D1, D2', 'overview.sql'),
    types: said(
      'Events by type',
      'Events of the range by their type; custom events by their name. Per cent of all events of the range.',
      'D1',
      'overview.sql',
    ),
    severity: said(
      'Errors by severity',
      'Events of the error family (error, crash, api_error, db_error) by severity. Sent without one: a crash is critical, an API error below 500 a warning, all else an error.',
      'D26',
      'overview.sql',
    ),
    started: said(
      'Started',
      'When the first event of the session happened, in the time zone of the app.',
      'D2',
      'sessions.sql',
    ),
    received: said(
      'Received',
      'Every event that came with a valid key, in a request that was read.',
      'D1',
      'ledger.sql',
    ),
    accepted: said('Accepted', 'Stored, and in the lake or on the way to it.', 'D1', 'ledger.sql'),
    duplicate: said(
      'Duplicate',
      'Its event id was there before, with the same content. It counts once.',
      'D1',
      'ledger.sql',
    ),
    rejected: said(
      'Rejected',
      'Refused by itself, with its reason in the answer; the rest of its request was taken.',
      'D1',
      'ledger.sql',
    ),
    refused: said(
      'Refused requests',
      'Requests refused as a whole: no valid key, too large, unreadable. None of their events is stored or counted.',
      'D1',
      'ledger.sql',
    ),
    processing: said(
      'Processing',
      'Mean time from receipt until the chunk of the event was ready to be written, over the events of the last hour.',
      'D21',
      'pipeline.sql',
    ),
    quality: said(
      'Quality',
      'Every accepted event starts at 100 and loses points for what had to be guessed, masked, moved or repaired. Valid from 95; invalid below 60, or with a value that contradicts itself.',
      'D21',
      'pipeline.sql',
    ),
    arrivals: said(
      'Last arrivals',
      'The ten events received last, in the order in which they came, whenever they happened.',
      'D1',
      'pipeline.sql',
    ),
  }),
);
