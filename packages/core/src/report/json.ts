import type { CheckReport } from './check-report.ts';

/**
 * The report as JSON, one object. JSON escapes control characters by itself, but not direction characters or lone
 * surrogates, which would reach a terminal or break a reader: those are escaped as well. The data is unchanged.
 */
export const renderJson = (report: CheckReport | object): string =>
  `${JSON.stringify(report, null, 2).replace(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, escaped)}\n`;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
