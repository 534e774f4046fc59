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
