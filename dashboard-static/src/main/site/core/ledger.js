// What the ledger panels share: the hours of a range, their sums, and which of them do not close.
export const startOf = hour => Date.parse(`${hour}:00:00Z`);

/** The hours of the range, newest first. */
export function hoursOf(answer, range) {
  const since = Date.parse(answer.data_through) - range.hours * 3_600_000;
  return answer.hours.filter(row => startOf(row.hour) > since - 3_600_000).sort((a, b) => b.hour.localeCompare(a.hour));
}

export const sum = (rows, field) => rows.reduce((total, row) => total + row[field], 0);

export const refusedOf = row => row.refused.reduce((total, each) => total + each.requests, 0);

/** received = accepted + duplicate + rejected */
export const difference = row => row.received - row.accepted - row.duplicate - row.rejected;

/** Sums by reason over hours; `list` and `field` name where. */
export function byReason(rows, list, field) {
  const sums = new Map();
  rows.flatMap(row => row[list]).forEach(each => sums.set(each.reason, (sums.get(each.reason) ?? 0) + each[field]));
  return [...sums].map(([name, many]) => ({ name, count: many }));
}
