import { ago, clock, dayName, dayOf, exactClock, hourMinute, longDay, span, weekday } from '../site/core/time.js';
import { check, same } from './check.js';

const NOW = Date.parse('2026-11-21T10:00:00Z');

check('a day is that of the zone', () => {
  const instant = '2026-11-21T23:30:00Z';
  same(
    ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'].map(zone => dayOf(instant, zone)),
    ['2026-11-21', '2026-11-22', '2026-11-21', '2026-11-22'],
  );
});

check('the hour that comes twice is written twice', () => {
  same(
    ['2026-10-24T23:30Z', '2026-10-25T00:30Z', '2026-10-25T01:30Z', '2026-10-25T02:30Z'].map(at =>
      hourMinute(at, 'Europe/Berlin'),
    ),
    ['01:30', '02:30', '02:30', '03:30'],
  );
});

check('the hour that is left out is not written', () => {
  same(
    ['2026-03-29T00:59Z', '2026-03-29T01:00Z'].map(at => hourMinute(at, 'Europe/Berlin')),
    ['01:59', '03:00'],
  );
});

check('a change of half an hour is kept', () => {
  same(
    ['2026-04-04T14:45Z', '2026-04-04T15:15Z'].map(at => hourMinute(at, 'Australia/Lord_Howe')),
    ['01:45', '01:45'],
  );
});

check('midnight is 00, not 24', () => {
  same(clock('2026-11-20T23:00:00Z', 'Europe/Berlin'), '00:00:00');
});

check('an unknown zone is UTC, and nothing breaks', () => {
  same(hourMinute('2026-11-21T10:00:00Z', 'Mars/Olympus'), '10:00');
});

check('milliseconds stand in the inspector', () => {
  same(exactClock('2026-11-21T10:00:00.007Z', 'UTC'), '10:00:00.007');
});

check('the last day of a range of days is included', () => {
  const year = new Date().getFullYear();
  same(span(`${year}-10-23`, `${year}-11-21`, 'UTC'), '23 Oct – 21 Nov');
  same(span(`${year}-11-21`, `${year}-11-21`, 'UTC'), '21 Nov');
});

check('the end of a range of instants is excluded', () => {
  const year = new Date().getFullYear();
  same(span(`${year}-11-20T00:00Z`, `${year}-11-21T00:00Z`, 'UTC'), '20 Nov');
  same(span(`${year}-11-20T12:00Z`, `${year}-11-21T12:00Z`, 'UTC'), '20 Nov – 21 Nov');
});

check('another year is named', () => {
  same([dayName('2019-12-31'), longDay('2026-11-21')], ['Tue, 31 Dec 2019', '21 Nov 2026']);
});

check('weekdays do not depend on where the reader is', () => {
  same(['2026-11-16', '2026-11-22'].map(weekday), [1, 0]);
});

check('a moment in the future was just now', () => {
  same(ago('2026-11-21T10:00:05Z', 'UTC', NOW), 'just now');
});

check('up to a day it is how long ago, then the date', () => {
  same(
    ['2026-11-21T09:59:01Z', '2026-11-21T09:56:00Z', '2026-11-20T10:00:01Z'].map(at => ago(at, 'UTC', NOW)),
    ['just now', '4 min ago', '23 h ago'],
  );
  same(/^20 Nov/.test(ago('2026-11-20T10:00:00Z', 'UTC', NOW)), true);
});
