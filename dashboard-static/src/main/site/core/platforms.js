// What an app can be, and the currencies that are offered first.
export const PLATFORMS = ['Web', 'React Native', 'WordPress', 'PHP', 'iOS', 'Android', 'Flutter', 'Server'];

const FIRST = ['EUR', 'USD', 'GBP', 'CHF', 'JPY', 'INR', 'PLN', 'SEK'];

/** Code and name of each currency the browser knows. */
export function currencies() {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  const all = Intl.supportedValuesOf?.('currency') ?? FIRST;
  return [...FIRST, ...all.filter(code => !FIRST.includes(code))].map(code => [code, `${code}, ${names.of(code)}`]);
}
