// The smallest of test kits: cases by name, one way to compare, and what came of them.
const cases = [];

export const check = (name, body) => cases.push({ name, body });

export function same(actual, expected) {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`${is} should be ${should}`);
}

export function refused(body, words) {
  try {
    body();
  } catch (problem) {
    if (problem.message.includes(words)) return;
    throw new Error(`refused because of "${problem.message}", not "${words}"`);
  }
  throw new Error(`not refused: ${words}`);
}

/** Each case with what is wrong with it, or nothing. */
export const outcomes = () => cases.map(({ name, body }) => ({ name, wrong: problemOf(body) }));

function problemOf(body) {
  try {
    body();
    return null;
  } catch (problem) {
    return String(problem.stack ?? problem);
  }
}
