import { plainUpTo } from '../report/plain.ts';
import type { FlowDiff, LinkChange, StepChange } from './flow-diff.ts';

const named = (name: string): string => `\`${plainUpTo(name, 60)}\``;

/** `a`, `a and b`, `a, b and c`; of more than `most`, `a, b and 4 more`. */
export const listedWords = (parts: readonly string[], most = 3): string => {
  const shown =
    parts.length > most ? [...parts.slice(0, most - 1), `${parts.length - most + 1} more`] : parts;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
};

/** The part of a path that people know: `parameters.options.subject` is the subject. */
const settingName = (path: string): string => {
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part));
  return plainUpTo(parts.at(-1) ?? path, 40);
};

const known: Readonly<Record<string, string>> = {
  onFailure: 'what happens when it fails',
  retries: 'whether it tries again',
  running: 'how it runs',
  credentials: 'the account it uses',
  version: 'its version',
  type: 'its type',
};

const wholeStep = (change: StepChange): string | null => {
  const disabled = change.settings.find(({ path }) => path === 'disabled');
  if (disabled === undefined) return null;
  return disabled.after === 'true' ? 'was switched off' : 'was switched on';
};

const stepWords = (change: StepChange): string => {
  const name = named(change.step.name);
  if (change.change === 'removed') return `${name} was removed`;
  if (change.change === 'added') return `${name} was added`;
  const renamed = change.was === null ? '' : `${named(change.was)} is called ${name} now`;
  if (change.change === 'renamed') return renamed;
  const whole = wholeStep(change);
  if (whole !== null) return `${name} ${whole}`;
  const settings = [
    ...new Set(change.settings.map(({ path }) => known[path.split('.')[0] ?? ''] ?? settingName(path))),
  ];
  const which = settings.length === 0 ? '' : ` (${listedWords(settings)})`;
  return renamed === '' ? `${name} was changed${which}` : `${renamed} and was changed${which}`;
};

const linkWords = ({ change, from, to, kind }: LinkChange): string => {
  const way = kind === 'main' ? 'the way' : kind === 'error' ? 'the way on failure' : 'the connection';
  return `${way} from ${named(from)} to ${named(to)} was ${change}`;
};

const settingsWords: Readonly<Record<string, string>> = {
  errorWorkflow: 'its error workflow was changed',
  timezone: 'its time zone was changed',
};

const weight: Readonly<Record<StepChange['change'], number>> = {
  removed: 0,
  changed: 1,
  added: 2,
  renamed: 3,
};

/** What was done to a flow, weightiest first; links of steps that came or went are not named beside them. */
export const diffWords = ({ steps, links, settings }: FlowDiff): string => {
  const moved = new Set(
    steps.filter(({ change }) => change === 'added' || change === 'removed').map(({ step }) => step.name),
  );
  const loose = links.filter(({ from, to }) => !moved.has(from) && !moved.has(to));
  const parts = [
    ...[...steps].sort((a, b) => weight[a.change] - weight[b.change]).map(stepWords),
    ...loose.map(linkWords),
    ...settings.map(({ path }) => settingsWords[path] ?? `its setting \`${settingName(path)}\` was changed`),
  ];
  return parts.length === 0 ? 'the flow was changed' : listedWords(parts);
};

/** Name of a thing from a flow or a person, in quotation marks of its own. */
export const quoted = named;
