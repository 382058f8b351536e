import { DEFINITIONS } from '../site/core/definitions.js';
import { sentence } from '../site/core/sentences.js';
import { list, loosely, number, parsed, record, text } from '../site/core/shape.js';
import { insightOf } from '../site/core/snapshot.js';
import { check, refused, same } from './check.js';

const FRESH = { data_through: '2026-11-21T10:00:00Z', unreconciled_hours: 0, stuck_chunks: 0 };

check('a snapshot is read as it is written', () => {
  const snapshot = { format: 1, app: 'a', insights: { freshness: FRESH } };
  same(insightOf(snapshot, 'a', 'freshness').data_through, FRESH.data_through);
  same(insightOf(snapshot, 'a', 'ledger'), null);
});

check('another format and another app are refused', () => {
  refused(() => insightOf({ format: 2, app: 'a', insights: {} }, 'a', 'freshness'), 'format');
  refused(() => insightOf({ format: 1, app: 'b', insights: {} }, 'a', 'freshness'), 'another app');
  refused(() => insightOf(null, 'a', 'freshness'), 'format');
});

check('what is inherited is no insight', () => {
  same(insightOf({ format: 1, app: 'a', insights: {} }, 'a', 'toString'), null);
});

check('a number that is none is refused with its place', () => {
  const shape = record({ rows: list(record({ n: number })) });
  refused(() => shape({ rows: [{ n: 1 }, { n: '2' }] }, 'x'), 'x/rows/1/n');
  refused(() => shape({ rows: [{ n: NaN }] }), '/rows/0/n');
});

check('unknown fields and prototypes are left behind', () => {
  const clean = record({ n: number })(JSON.parse('{"n":1,"m":2,"__proto__":{"bad":true}}'));
  same(clean, { n: 1 });
  same([Object.getPrototypeOf(clean), clean.bad === undefined], [null, true]);
});

check('lists have a largest size', () => {
  refused(() => list(number, 2)([1, 2, 3], 'x'), 'at most 2');
  same(list(number)(undefined), []);
});

check('what people sent may be of any form', () => {
  same([loosely(number)('12 ms'), loosely(text)('words')], [null, 'words']);
});

check('a file that is cut short says so', () => {
  refused(() => parsed('{"format":1'), 'cut short');
});

check('an event without any data still is a sentence', () => {
  const item = { type: 'security_event', name: 'failed_login', screen: null, data: null };
  same(sentence(item), { verb: 'Security event', object: 'failed_login', second: '' });
});

check('data that is no text is not printed as an object', () => {
  const item = { type: 'error', name: 'e', screen: null, data: { message: { toString: 1 }, error_type: ['x'] } };
  same(sentence(item).object, 'e');
});

check('every definition says what is counted, by which definition, by which question', () => {
  const thin = [...DEFINITIONS].filter(
    ([, each]) => !each.name || each.says.length < 30 || !/^D\d+/.test(each.of) || !/\.sql$/.test(each.from),
  );
  same(
    thin.map(([id]) => id),
    [],
  );
});
