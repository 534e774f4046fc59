import { type Answer, canonical, type Obligation, type Reason } from '@plumbline/core';

const reasonName = ({ rule, commitment, effect }: Reason): string => `${commitment}: \`${rule}\` (${effect})`;

const missing = (from: readonly Reason[], among: readonly Reason[]): readonly Reason[] =>
  from.filter((each) => !among.some((other) => canonical(other) === canonical(each)));

const same = (a: readonly Obligation[], b: readonly Obligation[]): boolean => canonical(a) === canonical(b);

/** What tells two answers apart, in words; empty where nothing does. Versions are left out. */
export const differences = (before: Answer, after: Answer): readonly string[] => {
  const found: string[] = [];
  if (before.kind !== after.kind) found.push(`\`${after.kind}\` instead of \`${before.kind}\``);
  const was = [...before.reasons, ...before.observed];
  const is = [...after.reasons, ...after.observed];
  for (const reason of missing(was, is)) found.push(`no more: ${reasonName(reason)}`);
  for (const reason of missing(is, was)) found.push(`new: ${reasonName(reason)}`);
  if (!same(before.obligations, after.obligations)) found.push('other obligations');
  if (found.length === 0 && before.message !== after.message) found.push('another message');
  return found;
};
