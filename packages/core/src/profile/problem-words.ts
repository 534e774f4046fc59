import type { z } from 'zod';
import { didYouMean } from './nearest.ts';

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of settings',
  record: 'a group of settings',
};

const size = (issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string => {
  const text = issue.origin === 'string';
  if (issue.code === 'too_small') {
    if (text || issue.origin === 'array')
      return issue.minimum === 1
        ? 'must not be empty'
        : `must have at least ${issue.minimum} ${text ? 'characters' : 'entries'}`;
    return `must be at least ${issue.minimum}`;
  }
  return text ? `is longer than ${issue.maximum} characters` : `must be at most ${issue.maximum}`;
};

export interface IssueWords {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * What is wrong, in words for whoever writes the file. `names` are the settings that exist, for a hint at a misspelt
 * one. The issue must come from a parse with `reportInput`.
 */
export const issueWords = (issue: z.core.$ZodIssue, names: Iterable<string>): readonly IssueWords[] => {
  const { path } = issue;
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = [...names];
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `there is no setting "${key.slice(0, 80)}" here.${didYouMean(key, known)}`,
      }));
    }
    case 'invalid_type': {
      const missing = issue.input === undefined || issue.input === null;
      const kind = kinds[issue.expected] ?? issue.expected;
      return [{ path, message: missing ? `is missing; it must be ${kind}` : `must be ${kind}` }];
    }
    case 'invalid_value': {
      const words = issue.values.map(String);
      const hint = typeof issue.input === 'string' ? didYouMean(issue.input, words) : '';
      const missing = issue.input === undefined ? 'is missing; it ' : '';
      return [
        {
          path,
          message: `${missing}must be ${words.length === 1 ? words[0] : `one of ${words.join(', ')}`}.${hint}`,
        },
      ];
    }
    case 'too_small':
    case 'too_big':
      return [{ path, message: size(issue) }];
    default:
      return [{ path, message: issue.message }];
  }
};
