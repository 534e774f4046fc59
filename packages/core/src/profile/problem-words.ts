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

/** The input has the very kind a shape asks for, and only what is inside it is wrong. */
const isInside = (issues: readonly z.core.$ZodIssue[]): boolean =>
  issues.every(
    ({ path, code }) => path.length > 0 || code === 'unrecognized_keys' || code.startsWith('too_'),
  );

/** What is wrong by that one of several shapes which was most likely meant: its kind fits, and least is wrong. */
const likeliest = (
  shapes: readonly (readonly z.core.$ZodIssue[])[],
): readonly z.core.$ZodIssue[] | undefined => shapes.filter(isInside).sort((a, b) => a.length - b.length)[0];

const oneOf = (words: readonly string[], given: unknown): string => {
  const hint = typeof given === 'string' ? didYouMean(given, words) : '';
  const missing = given === undefined ? 'is missing; it ' : '';
  return `${missing}must be ${words.length === 1 ? words[0] : `one of ${words.join(', ')}`}.${hint}`;
};

const unionWords = (issue: z.core.$ZodIssueInvalidUnion, names: Iterable<string>): readonly IssueWords[] => {
  const { path, errors, input } = issue;
  if ('options' in issue && issue.options !== undefined) {
    const word = issue.discriminator ?? '';
    const given = typeof input === 'object' && input !== null ? Reflect.get(input, word) : undefined;
    return [{ path, message: oneOf(issue.options.map(String), given) }];
  }
  const meant = likeliest(errors);
  if (meant !== undefined)
    return meant
      .map((inner) => ({ ...inner, path: [...path, ...inner.path] }))
      .flatMap((inner) => issueWords(inner, names));
  // None has the kind that was given: any would do.
  const messages = errors.flatMap((each) => issueWords(each[0] ?? issue, []).slice(0, 1));
  const [first] = messages;
  return first === undefined
    ? [{ path, message: issue.message }]
    : [{ path, message: [...new Set(messages.map(({ message }) => message))].join(', or ') }];
};

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
    case 'invalid_value':
      return [{ path, message: oneOf(issue.values.map(String), issue.input) }];
    case 'invalid_union':
      return unionWords(issue, names);
    case 'too_small':
    case 'too_big':
      return [{ path, message: size(issue) }];
    default:
      return [{ path, message: issue.message }];
  }
};
