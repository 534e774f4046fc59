import { type AnswerKind, counted, type Standing } from '@plumbline/core';
import type { ProfilePreview } from '../use-cases/preview-profile.ts';

const answers: Readonly<Record<AnswerKind, string>> = {
  allow: 'allowed',
  'needs-human': 'put before a person',
  block: 'refused',
  'no-policy': 'left without an answer, because nothing in the profile speaks of them',
  error: 'left without an answer, because of a fault',
};

const standings: Readonly<Record<Standing, string>> = {
  'not-assessed': 'not assessed',
  blocked: 'blocked',
  'needs-adjustment': 'in need of adjustment',
  'needs-answers': 'in need of answers',
  aligned: 'aligned',
};

/** A preview in sentences for the owner. */
export const sentencesOf = (
  flows: ProfilePreview['flows'],
  decisions: ProfilePreview['decisions'],
): readonly string[] => {
  const said: string[] = [];
  said.push(
    flows.changed.length === 0
      ? `None of ${counted(flows.total, 'automation', 'automations')} would stand differently.`
      : `${flows.changed.length} of ${counted(flows.total, 'automation', 'automations')} would stand differently.`,
  );
  for (const { name, before, after } of flows.changed.slice(0, 20))
    said.push(`“${name}” would be ${standings[after]} instead of ${standings[before]}.`);
  const { days, compared, contentGone, changes } = decisions;
  const asked = `${counted(compared, 'decision', 'decisions')} of the last ${counted(days, 'day', 'days')}`;
  if (compared === 0)
    said.push(`There are no decisions of the last ${counted(days, 'day', 'days')} to compare.`);
  else if (changes.length === 0) said.push(`All of ${asked} would have been answered the same.`);
  for (const { before, after, count } of changes)
    said.push(`${count} of ${asked} would have been ${answers[after]}; they were ${answers[before]}.`);
  if (contentGone > 0)
    said.push(
      `${counted(contentGone, 'decision', 'decisions')} could not be compared: the content is not kept any more.`,
    );
  return said;
};
