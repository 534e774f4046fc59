/** Indicators that Plumbline knows by name, and the values they speak of. */
const known: Readonly<Record<string, readonly string[]>> = {
  retention: ['customer-intimacy'],
  sentiment: ['customer-intimacy'],
  'escalation-rate': ['customer-intimacy', 'employee-empowerment'],
  complaints: ['customer-intimacy', 'quality-craftsmanship'],
  'opt-out-rate': ['customer-intimacy', 'community-focus'],
  'event-attendance': ['community-focus'],
  'local-share': ['community-focus'],
  returns: ['quality-craftsmanship'],
  corrections: ['quality-craftsmanship'],
  'staff-turnover': ['employee-empowerment'],
  overrides: ['employee-empowerment'],
  'response-minutes': ['agility'],
  'hours-saved': ['agility'],
};

/** Values an indicator speaks of: `retention` by its name, one of your own as `<value>/<name>`; else none. */
export const valuesOf = (indicator: string): readonly string[] => {
  const slash = indicator.indexOf('/');
  if (slash > 0) return [indicator.slice(0, slash)];
  return Object.hasOwn(known, indicator) ? (known[indicator] ?? []) : [];
};

const goodUp = new Set(['retention', 'sentiment', 'event-attendance', 'local-share', 'hours-saved']);
const goodDown = new Set([
  'complaints',
  'opt-out-rate',
  'returns',
  'corrections',
  'staff-turnover',
  'response-minutes',
]);

/** Which way is good news; null where that depends, or nobody has said. */
export const betterWhen = (indicator: string): 'up' | 'down' | null =>
  goodUp.has(indicator) ? 'up' : goodDown.has(indicator) ? 'down' : null;
