import { csv } from '../site/core/csv.js';
import { byReason, difference, hoursOf } from '../site/core/ledger.js';
import { check, same } from './check.js';

const row = (hour, more = {}) => ({ hour, received: 10, accepted: 7, duplicate: 2, rejected: 1, ...more });

check('an hour closes when its terms add up', () => {
  same([difference(row('2026-11-21T09')), difference(row('2026-11-21T09', { accepted: 6 }))], [0, 1]);
});

check('the hours of a range come newest first', () => {
  const hours = ['2026-11-20T09', '2026-11-20T10', '2026-11-21T10'].map(hour => row(hour));
  const found = hoursOf({ data_through: '2026-11-21T10:30:00Z', hours }, { hours: 24 });
  same(
    found.map(each => each.hour),
    ['2026-11-21T10', '2026-11-20T10'],
  );
});

check('reasons are summed over hours', () => {
  const rows = [
    {
      list: [
        { reason: 'a', n: 1 },
        { reason: 'b', n: 2 },
      ],
    },
    { list: [{ reason: 'a', n: 3 }] },
  ];
  same(byReason(rows, 'list', 'n'), [
    { name: 'a', count: 4 },
    { name: 'b', count: 2 },
  ]);
});

check('a cell that a spreadsheet would run is text', () => {
  same(csv([['=1+1', '+1', '-1', '@x', '\tx', 'x=1', -1]]), "'=1+1,'+1,'-1,'@x,'\tx,x=1,-1\r\n");
});

check('quotes, commas and breaks stay in their cell', () => {
  same(csv([['a"b', 'a,b', 'a\nb', null, undefined, 0]]), '"a""b","a,b","a\nb",,,0\r\n');
});
