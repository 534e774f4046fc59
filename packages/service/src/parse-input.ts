import { issueWords } from '@plumbline/core';
import type { z } from 'zod';
import { Problem } from './problem.ts';

/** `values[0].commitments[1].id` from `['values', 0, 'commitments', 1, 'id']`. */
const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');

/** The input as its schema gives it; a `Problem` naming every wrong place otherwise. */
export const parseInput = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const at = result.error.issues
    .flatMap((issue) => issueWords(issue, []))
    .map(({ path, message }) => ({ path: pathText(path), message }));
  const first = at[0];
  throw new Problem(
    'invalid-input',
    first === undefined ? 'Wrong shape.' : `${first.path || 'input'}: ${first.message}`,
    at,
  );
};
