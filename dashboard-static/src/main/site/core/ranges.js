// The ranges there are snapshots of, and what the page at hand can do with them.
import { router } from './router.js';

export const RANGES = [
  { id: '24h', name: 'Last 24 hours', key: 'H', insight: 'overview_24h', hours: 24 },
  { id: '7d', name: 'Last 7 days', key: 'W', insight: 'overview_7d', hours: 7 * 24 },
  { id: '30d', name: 'Last 30 days', key: 'M', insight: 'overview', hours: 30 * 24 },
  { id: '90d', name: 'Last 90 days', key: 'Q', insight: 'overview_90d', hours: 90 * 24 },
];

/** Those of the design that are answered on request, which comes later. */
export const UNANSWERED = [
  { name: 'Today', key: 'D' },
  { name: 'Yesterday', key: 'Y' },
  { name: 'This month' },
  { name: 'Custom range' },
];

const usual = RANGES[2];

export const wanted = () => RANGES.find(range => range.id === router.query.get('range')) ?? usual;

/** The range of the URL, or the largest that the page can show. */
export const range = allowed =>
  !allowed || allowed.includes(wanted().id) ? wanted() : RANGES.find(range => range.id === allowed.at(-1));

export const comparing = () => router.query.get('compare') !== 'none';
