// The buckets of an overview as points of a chart, and the sessions that are active now.
import { dayName, dayOf, hourMinute, shortDay, weekday } from './time.js';

const ACTIVE = 30 * 60_000;
const WEEK = 8;

/** Points of one field by hour or by day; days up to 92 are marked on Mondays only, hours every six. */
export function pointsOf(answer, byHour, field) {
  return byHour
    ? answer.hours.map(point => hourPoint(point, field, answer.range.time_zone))
    : answer.days.map(point => ({
        label: shortDay(point.day),
        long: dayName(point.day),
        value: point[field] ?? 0,
        marked: answer.days.length <= WEEK || weekday(point.day) === 1,
      }));
}

function hourPoint(point, field, zone) {
  const time = hourMinute(point.t, zone);
  const day = dayOf(point.t, zone);
  return {
    label: time === '00:00' ? shortDay(day) : time,
    long: `${dayName(day)}, ${time}`,
    value: point[field] ?? 0,
    marked: Number(time.slice(0, 2)) % 6 === 0 && time.endsWith(':00'),
  };
}

/** The same buckets one period earlier; none under the running one, which has no equal elapsed part. */
export function earlierOf(answer, byHour, field, length) {
  if (!answer.previous) return null;
  const old = byHour ? answer.previous.hours : answer.previous.days;
  return Array.from({ length }, (_, index) => (index < length - 1 ? (old[index]?.[field] ?? null) : null));
}

/** Sessions with any event in the last 30 minutes, by the reader's clock (D2). */
export function activeNow(answer) {
  const since = Date.now() - ACTIVE;
  return answer.last_seen.reduce(
    (sum, seen) => (Date.parse(seen.minute) + 60_000 > since ? sum + seen.sessions : sum),
    0,
  );
}
