import type { Trait } from '@plumbline/core';
import { type Json, valueAt } from './parameters.ts';

const places = [
  'limit',
  'options.limit',
  'maxRecords',
  'options.maxRecords',
  'additionalOptions.maxRecords',
  'maxItems',
];

/**
 * How many records a step reads or lets through in one run, where the file says so in figures; `null` otherwise. What an
 * HTTP request asks of another system is the size of a page, not a cap.
 */
export const readAtMost = (parameters: Json, traits: readonly Trait[]): number | null => {
  if (traits.includes('calls:http') || parameters['returnAll'] === true) return null;
  if (!traits.some((trait) => trait.startsWith('reads:') || trait === 'limits')) return null;
  for (const place of places) {
    const value = valueAt(parameters, place);
    if (typeof value === 'number') return value;
  }
  return null;
};
