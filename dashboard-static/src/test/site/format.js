import {
  axis,
  bytes,
  count,
  duration,
  initials,
  later,
  latency,
  mark,
  middle,
  money,
  offset,
  percent,
  plural,
  shortId,
  tenth,
} from '../site/core/format.js';
import { preferences } from '../site/core/preferences.js';
import { check, same } from './check.js';

const THIN = '\u2009';

preferences.set('numbers', 'en');

check('counts are grouped, and no value is a dash, not zero', () => {
  same([count(1241360), count(0), count(null), count(undefined)], ['1,241,360', '0', '–', '–']);
});

check('percentages have one decimal, rounded half up', () => {
  same(
    [0.31449, 0.3145, 0.0005, 0.00049, 1].map(percent),
    ['31.4', '31.5', '0.1', '0.0', '100.0'].map(n => `${n}${THIN}%`),
  );
  same(percent(null), '–');
});

check('half is rounded up where binary fractions are just below it', () => {
  same([1.05, 2.675 * 100, 0.15, -0.15].map(tenth), ['1.1', '267.5', '0.2', '-0.2']);
});

check('axes are short', () => {
  same([0, 500, 1500, 2000, 2_500_000, 3e9].map(axis), [
    '0',
    '500',
    `1.5${THIN}k`,
    `2${THIN}k`,
    `2.5${THIN}M`,
    `3${THIN}G`,
  ]);
});

check('durations have two units at most and never 60 of one', () => {
  const written = [0, 412, 999, 1000, 4200, 9949, 9950, 59_499, 59_500, 192_000, 3_599_499, 3_599_500, 5_400_000];
  same(written.map(duration), [
    `0${THIN}s`,
    `412${THIN}ms`,
    `999${THIN}ms`,
    `1.0${THIN}s`,
    `4.2${THIN}s`,
    `9.9${THIN}s`,
    `10${THIN}s`,
    `59${THIN}s`,
    '1m 00s',
    '3m 12s',
    '59m 59s',
    '1h 00m',
    '1h 30m',
  ]);
  same([86_400_000, 100_800_000, 30 * 86_400_000].map(duration), ['1d 0h', '1d 4h', '30d 0h']);
  same(duration(null), '–');
});

check('how long after the start is minutes and seconds, hours where there are any', () => {
  same([0, 999, 233_000, 3_723_000].map(offset), ['0:00', '0:00', '3:53', '1:02:03']);
});

check('marks of a scale differ, however short it is', () => {
  same(
    [160, 320, 480].map(ms => mark(ms, 640)),
    [`160${THIN}ms`, `320${THIN}ms`, `480${THIN}ms`],
  );
  same(
    [1000, 2000, 3000].map(ms => mark(ms, 4000)),
    [`1.0${THIN}s`, `2.0${THIN}s`, `3.0${THIN}s`],
  );
  same(
    [1500, 3000, 4500].map(ms => mark(ms, 6000)),
    ['0:01', '0:03', '0:04'],
  );
});

check('what comes within a second came at once', () => {
  same([-1, 0, 999, 1000, 4 * 3_600_000].map(later), [
    'before its own time',
    'at once',
    'at once',
    `1.0${THIN}s later`,
    '4h 00m later',
  ]);
});

check('latencies stay milliseconds', () => {
  same([latency(8012), latency(null)], [`8,012${THIN}ms`, '–']);
});

check('bytes are powers of 1000', () => {
  same([0, 999, 1000, 1_449_000, 5e12, 5e15].map(bytes), [
    `0${THIN}B`,
    `999${THIN}B`,
    `1.0${THIN}kB`,
    `1.4${THIN}MB`,
    `5.0${THIN}TB`,
    `5,000.0${THIN}TB`,
  ]);
});

check('money has the decimals of its currency', () => {
  same(
    [money(84.9, 'EUR'), money(1200, 'JPY'), money(1.5, 'KWD'), money(5, null)],
    ['84.90 EUR', '1,200 JPY', '1.500 KWD', '5.00'],
  );
});

check('what is no currency is printed, not looked up', () => {
  same([money(5, 'eur'), money(5, '<b>')], ['5.00 eur', '5.00 <b>']);
});

check('numbers follow the choice of the reader', () => {
  preferences.set('numbers', 'de');
  same([count(1241360), tenth(31.4)], ['1.241.360', '31,4']);
  preferences.set('numbers', 'en');
});

check('ids are cut behind their prefix', () => {
  same(['sess_7f3a91b2c4', 'abcdefghijkl', 'sess_1', ''].map(shortId), ['sess_7f3a91b2', 'abcdefgh', 'sess_1', '']);
});

check('long words are cut in the middle and are never longer than asked', () => {
  same(middle('/short', 10), '/short');
  same([middle('abcdefghijklmnop', 9), middle('abcdefghijklmnop', 10)], ['abcd…nop', 'abcd…mnop']);
});

check('one is one, all else is many', () => {
  same(
    [0, 1, 2].map(value => plural(value, 'event')),
    ['0 events', '1 event', '2 events'],
  );
  same(plural(2, 'entry', 'entries'), '2 entries');
});

check('initials come from any script, and from none', () => {
  same(['Demo shop', 'owner@example.com', 'Éa', '日本', '🙂', 'a'].map(initials), [
    'DS',
    'OW',
    'ÉA',
    '日本',
    '🙂',
    'A',
  ]);
});
