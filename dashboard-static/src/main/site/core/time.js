// Dates and times in the app's zone, as the design writes them: 21 Nov, 10:21:44, 23 Oct – 21 Nov.
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const zones = new Map();

function parts(instant, zone) {
  if (!zones.has(zone)) zones.set(zone, formatter(zone));
  const found = Object.fromEntries(
    zones
      .get(zone)
      .formatToParts(new Date(instant))
      .map(part => [part.type, part.value]),
  );
  return { ...found, month: Number(found.month), day: Number(found.day) };
}

function formatter(timeZone) {
  const options = {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  };
  try {
    return new Intl.DateTimeFormat('en-GB', options);
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  }
}

export const hourMinute = (instant, zone) => {
  const p = parts(instant, zone);
  return `${p.hour}:${p.minute}`;
};

export const clock = (instant, zone) => `${hourMinute(instant, zone)}:${parts(instant, zone).second}`;

export const exactClock = (instant, zone) =>
  `${clock(instant, zone)}.${String(new Date(instant).getUTCMilliseconds()).padStart(3, '0')}`;

/** The local day, as 2026-11-21. */
export function dayOf(instant, zone) {
  const p = parts(instant, zone);
  return `${p.year}-${String(p.month).padStart(2, '0')}-${String(p.day).padStart(2, '0')}`;
}

export const today = zone => dayOf(Date.now(), zone);

const split = day => day.split('-').map(Number);

/** 21 Nov; with the year when it is not this one. */
export function shortDay(day) {
  const [year, month, date] = split(day);
  return `${date} ${MONTHS[month - 1]}${year === new Date().getFullYear() ? '' : ` ${year}`}`;
}

export function longDay(day) {
  const [year, month, date] = split(day);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

export const weekday = day => new Date(`${day}T00:00:00Z`).getUTCDay();

export const dayName = day => `${DAYS[weekday(day)]}, ${shortDay(day)}`;

export const dayTime = (instant, zone) => `${shortDay(dayOf(instant, zone))} ${clock(instant, zone)}`;

const DAY = /^\d{4}-\d\d-\d\d$/;

/** From and to are both days, the last one included, or both instants, `to` excluded. */
export function span(from, to, zone) {
  const first = DAY.test(from) ? from : dayOf(from, zone);
  const last = DAY.test(to) ? to : dayOf(Date.parse(to) - 1, zone);
  return first === last ? shortDay(first) : `${shortDay(first)} \u2013 ${shortDay(last)}`;
}

export function ago(instant, zone, now = Date.now()) {
  const seconds = Math.max(0, (now - Date.parse(instant)) / 1000);
  if (seconds < 60) return 'just now';
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  return seconds < 86_400 ? `${Math.floor(seconds / 3600)} h ago` : shortDay(dayOf(instant, zone));
}

export const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** For hovers: the exact moment in UTC and where the reader is. */
export const everywhere = instant =>
  `${dayOf(instant, 'UTC')} ${exactClock(instant, 'UTC')} UTC · ${clock(instant, here())} ${here()}`;

/** All the browser knows; it leaves out UTC, and may leave out its own. */
export const knownZones = () => [...new Set(['UTC', ...(Intl.supportedValuesOf?.('timeZone') ?? []), here()])];
