import { activeNow, earlierOf, pointsOf } from '../site/core/series.js';
import { check, same } from './check.js';

const hours = count =>
  Array.from({ length: count }, (_, index) => ({
    t: new Date(Date.parse('2026-10-24T22:00:00Z') + index * 3_600_000).toISOString(),
    events: index,
  }));
const days = count =>
  Array.from({ length: count }, (_, index) => ({
    day: new Date(Date.parse('2026-11-01T00:00:00Z') + index * 86_400_000).toISOString().slice(0, 10),
    events: index,
  }));
const BERLIN = { time_zone: 'Europe/Berlin' };

check('a day of 25 hours has 25 points, and one label per six hours of the clock', () => {
  const points = pointsOf({ range: BERLIN, hours: hours(25) }, true, 'events');
  same(points.length, 25);
  same(
    points.filter(point => point.marked).map(point => point.value),
    [0, 7, 13, 19],
  );
  same(
    [points[2].long, points[3].long].map(long => long.slice(-5)),
    ['02:00', '02:00'],
  );
});

check('hours of zones that are not whole are not mistaken for full ones', () => {
  const points = pointsOf({ range: { time_zone: 'Asia/Kathmandu' }, hours: hours(24) }, true, 'events');
  same(
    points.some(point => point.marked),
    false,
  );
});

check('a week labels every day, a month its Mondays', () => {
  const of = many => pointsOf({ range: BERLIN, days: days(many) }, false, 'events').filter(point => point.marked);
  same(of(7).length, 7);
  same(
    of(30).map(point => point.value),
    [1, 8, 15, 22, 29],
  );
});

check('what a point does not carry is zero', () => {
  same(pointsOf({ range: BERLIN, days: days(1) }, false, 'errors')[0].value, 0);
});

check('nothing stands under the running point', () => {
  same(earlierOf({ previous: { days: days(3) } }, false, 'events', 3), [0, 1, null]);
});

check('a shorter period before leaves the rest open', () => {
  same(earlierOf({ previous: { days: days(1) } }, false, 'events', 4), [0, null, null, null]);
  same(earlierOf({ previous: null }, false, 'events', 4), null);
});

check('active are those of the last 30 minutes, by the reader’s clock', () => {
  const minute = ago => ({ minute: new Date(Date.now() - ago * 60_000).toISOString(), sessions: 1 });
  same(activeNow({ last_seen: [minute(0), minute(29.5), minute(30.5), minute(31.5), minute(59)] }), 3);
});
