import { RANGES, comparing, range, wanted } from '../site/core/ranges.js';
import { router } from '../site/core/router.js';
import { check, same } from './check.js';

const at = (hash, body) => {
  router.replace(hash);
  body();
};

check('without a range it is 30 days, compared', () => {
  at('#/apps/a/overview', () => same([wanted().id, comparing()], ['30d', true]));
});

check('an unknown range is as good as none', () => {
  at('#/apps/a/overview?range=31d', () => same(wanted().id, '30d'));
});

check('a page that cannot show the range shows its largest', () => {
  at('#/apps/a/data?range=90d', () => same(range(['24h', '7d']).id, '7d'));
  at('#/apps/a/data?range=24h', () => same(range(['24h', '7d']).id, '24h'));
});

check('each range names its own insight and is as long as it says', () => {
  same(
    RANGES.map(each => each.hours / 24),
    [1, 7, 30, 90],
  );
  same(new Set(RANGES.map(each => each.insight)).size, RANGES.length);
});

check('range and comparison go along, all else stays behind', () => {
  at('#/apps/a/overview?range=7d&compare=none&find=x', () =>
    same(router.href('apps', 'a', 'users'), '#/apps/a/users?range=7d&compare=none'),
  );
});

check('a parameter is set and taken away again', () => {
  at('#/apps/a/overview?range=7d', () => {
    same(router.with({ compare: 'none' }), '#/apps/a/overview?range=7d&compare=none');
    same(router.with({ range: null }), '#/apps/a/overview');
  });
});

check('an id keeps its slashes, spaces and question marks', () => {
  at('#/', () => {
    const href = router.href('apps', 'a', 'users', 'sessions', 's/1 ?range=7d#x');
    at(href, () => same([router.path.at(-1), wanted().id], ['s/1 ?range=7d#x', '30d']));
  });
});

check('an address that is broken is read as it stands', () => {
  at('#/apps/%E0%A4%A/overview', () => same(router.path, ['apps', '%E0%A4%A', 'overview']));
});
