// What a snapshot must look like before anything is drawn from it. A shape takes a value and gives back a clean copy
// (known fields only, no prototype), or throws with the place that is wrong.

export class Misshapen extends Error {}

const wrong = (at, expected) => {
  throw new Misshapen(`The snapshot is not of the form this dashboard reads: ${at || 'it'} should be ${expected}.`);
};

export const number = (value, at) =>
  typeof value === 'number' && Number.isFinite(value) ? value : wrong(at, 'a number');

export const text = (value, at) => (typeof value === 'string' && value.length <= 20_000 ? value : wrong(at, 'text'));

export const flag = (value, at) => (typeof value === 'boolean' ? value : wrong(at, 'true or false'));

export const instant = (value, at) =>
  typeof value === 'string' && Number.isFinite(Date.parse(value)) ? value : wrong(at, 'a time');

export const day = (value, at) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : wrong(at, 'a day');

export const maybe = shape => (value, at) => (value === undefined || value === null ? null : shape(value, at));

/** Where what does not fit is as good as missing: what people sent, and nothing is computed from. */
export const loosely = shape => (value, at) => {
  try {
    return shape(value, at);
  } catch {
    return null;
  }
};

/** A list that may be missing, which is an empty one. */
export const list =
  (shape, most = 20_000) =>
  (value, at) => {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value) || value.length > most) wrong(at, `a list of at most ${most}`);
    return value.map((item, index) => shape(item, `${at}/${index}`));
  };

export const record =
  fields =>
  (value, at = '') => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) wrong(at, 'an object');
    const clean = Object.create(null);
    for (const [name, shape] of Object.entries(fields)) {
      clean[name] = shape(Object.hasOwn(value, name) ? value[name] : undefined, `${at}/${name}`);
    }
    return clean;
  };

/** Any JSON, kept as it is: only ever printed. */
export const anything = value => value ?? null;

export function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    throw new Misshapen('The snapshot is cut short or not JSON.');
  }
}
