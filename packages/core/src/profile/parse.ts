import { z } from 'zod';
import { checkById, checks } from '../checks/registry.ts';
import { canonical, type Hash } from '../flow/fingerprint.ts';
import { didYouMean } from './nearest.ts';
import { issueWords } from './problem-words.ts';
import { ruleProblems } from './rule-problems.ts';
import {
  boundCheckSchema,
  boundRuleSchema,
  commitmentSchema,
  ownRuleSchema,
  type Profile,
  personSchema,
  practiceSchema,
  profileSchema,
  valueSchema,
} from './schema.ts';

export interface ProfileProblem {
  /** Where, e.g. `values[0].commitments[1].checks[0].options.minimum`. */
  readonly path: string;
  readonly message: string;
}

export type ProfileResult =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly problems: readonly ProfileProblem[] };

const ids = checks.map((check) => check.meta.id);
const shapes = [
  profileSchema,
  valueSchema,
  commitmentSchema,
  boundCheckSchema,
  boundRuleSchema,
  ownRuleSchema,
  practiceSchema,
  personSchema,
];
/** Every setting a profile can have, for hints at misspelt ones. */
const settings = new Set(shapes.flatMap((schema) => Object.keys(schema.shape)));

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');

/** Checks a profile completely: its shape, that ids are unique, that every check and rule exists and takes its options. */
export const parseProfile = (input: unknown): ProfileResult => {
  const shaped = profileSchema.safeParse(input, { reportInput: true });
  if (!shaped.success) {
    const problems = shaped.error.issues
      .flatMap((issue) => issueWords(issue, settings))
      .map(({ path, message }) => ({ path: pathText(path), message }));
    return { ok: false, problems };
  }
  const problems: ProfileProblem[] = [];
  const seen = new Set<string>();
  const once = (kind: string, id: string, path: string): void => {
    if (seen.has(`${kind} ${id}`))
      problems.push({ path, message: `the ${kind} "${id}" stands here twice; ids must be unique` });
    seen.add(`${kind} ${id}`);
  };
  shaped.data.values.forEach((value, v) => {
    once('value', value.id, `values[${v}].id`);
    value.commitments.forEach((commitment, c) => {
      const at = `values[${v}].commitments[${c}]`;
      once('commitment', commitment.id, `${at}.id`);
      commitment.practices.forEach((practice, p) => {
        once('practice', practice.id, `${at}.practices[${p}].id`);
      });
      commitment.checks.forEach((bound, b) => {
        const check = checkById(bound.check);
        if (check === undefined) {
          problems.push({
            path: `${at}.checks[${b}].check`,
            message: `there is no check "${bound.check}".${didYouMean(bound.check, ids)} \`plumbline explain\` lists them.`,
          });
          return;
        }
        const options = check.meta.options.safeParse(bound.options, { reportInput: true });
        if (options.success) return;
        const names = check.meta.options instanceof z.ZodObject ? Object.keys(check.meta.options.shape) : [];
        for (const { path, message } of options.error.issues.flatMap((issue) => issueWords(issue, names))) {
          problems.push({ path: pathText([`${at}.checks[${b}].options`, ...path]), message });
        }
      });
    });
  });
  problems.push(...ruleProblems(shaped.data).map(({ path, message }) => ({ path: pathText(path), message })));
  return problems.length === 0 ? { ok: true, profile: shaped.data } : { ok: false, problems };
};

/** Hash of everything a profile says; its key order does not matter. */
export const profileHash = (profile: Profile, hash: Hash): string =>
  hash(`plumbline-profile-1\n${canonical(profile)}`);
