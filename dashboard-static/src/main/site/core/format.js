// Numbers, units and durations as the design writes them. Thin space before a unit, en dash for no value.
import { preferences } from './preferences.js';

const THIN = '\u2009';
export const NONE = '\u2013';
const FINE = 5_000;

let made = new Map();
preferences.addEventListener('change', () => {
  made = new Map();
});

export const locale = () => preferences.get('numbers') || undefined;

function numbers(options) {
  const key = JSON.stringify(options);
  if (!made.has(key)) made.set(key, new Intl.NumberFormat(locale(), options));
  return made.get(key);
}

export const count = value =>
  value === null || value === undefined ? NONE : numbers({ maximumFractionDigits: 0 }).format(value);

/** One decimal, half up. The unit stands apart: see percent. */
export const tenth = value => numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(halfUp(value));

export const percent = ratio => (ratio === null || ratio === undefined ? NONE : `${tenth(ratio * 100)}${THIN}%`);

const halfUp = value => (Math.sign(value) * Math.round((Math.abs(value) + 1e-9) * 10)) / 10;

/** Short, on axes only: 1.5 k, 2 M. */
export function axis(value) {
  const size = Math.abs(value);
  const [by, unit] = size >= 1e9 ? [1e9, 'G'] : size >= 1e6 ? [1e6, 'M'] : size >= 1e3 ? [1e3, 'k'] : [1, ''];
  return `${numbers({ maximumFractionDigits: 1 }).format(value / by)}${unit && THIN + unit}`;
}

/** Two units at most: 412 ms, 4.2 s, 42 s, 3m 12s, 1d 4h. */
export function duration(ms) {
  if (ms === null || ms === undefined) return NONE;
  if (ms < 1000) return `${Math.round(ms)}${THIN}${ms === 0 ? 's' : 'ms'}`;
  if (ms < 9950) return `${tenth(ms / 1000)}${THIN}s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds}${THIN}s`;
  if (seconds < 3600) return pair(seconds, 60, 'm', 's');
  const minutes = Math.round(seconds / 60);
  return minutes < 1440 ? pair(minutes, 60, 'h', 'm') : pair(Math.round(minutes / 60), 24, 'd', 'h');
}

function pair(value, base, large, small) {
  return `${Math.floor(value / base)}${large} ${String(value % base).padStart(small === 'h' ? 1 : 2, '0')}${small}`;
}

/** +3:53 since the start, or +1:02:03. */
export function offset(ms) {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = value => String(value).padStart(2, '0');
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** The same as a mark on a scale of so long; finer where whole seconds would hardly tell the marks apart. */
export const mark = (ms, whole) => (whole < FINE ? duration(ms) : offset(ms));

/** How long after it happened something came. */
export function later(ms) {
  if (ms < 0) return 'before its own time';
  return ms < 1000 ? 'at once' : `${duration(ms)} later`;
}

/** Powers of 1000, one decimal. */
export function bytes(value) {
  const at = value < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(value) / 3));
  return `${at ? tenth(value / 1000 ** at) : count(value)}${THIN}${['B', 'kB', 'MB', 'GB', 'TB'][at]}`;
}

export const latency = ms => (ms === null || ms === undefined ? NONE : `${count(ms)}${THIN}ms`);

export function money(amount, currency) {
  const known = /^[A-Z]{3}$/.test(currency ?? '');
  const digits = known
    ? new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits
    : 2;
  return `${numbers({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(amount)} ${currency ?? ''}`.trim();
}

/** The first 8 characters after the prefix. */
export function shortId(id) {
  const prefix = /^[a-z]+_/i.exec(id)?.[0] ?? '';
  return prefix + id.slice(prefix.length, prefix.length + 8);
}

export const plural = (value, one, many = `${one}s`) => `${count(value)} ${value === 1 ? one : many}`;

/** Cut in the middle. */
export const middle = (text, most = 44) =>
  text.length <= most ? text : `${text.slice(0, Math.ceil(most / 2) - 1)}…${text.slice(1 - Math.floor(most / 2))}`;

export const initials = name => {
  const words = name.split(/[^\p{L}\p{N}@]+|@/u).filter(Boolean);
  if (!words.length) return [...name].slice(0, 1).join('');
  const [first, second] = words.map(word => [...word]);
  return (first[0] + (second && !name.includes('@') ? second[0] : (first[1] ?? ''))).toUpperCase();
};
