import { canonical } from '../flow/fingerprint.ts';
import type { Flow, Link, Step } from '../flow/flow.ts';
import { settingChanges } from './compare-settings.ts';
import type { FlowDiff, LinkChange, StepChange } from './flow-diff.ts';

/** What a step does by itself, as the fingerprint sees it, under names that people know. */
const contentOf = (step: Step): Readonly<Record<string, unknown>> => ({
  type: step.type,
  version: step.version,
  disabled: step.disabled,
  onFailure: step.onFailure,
  retries: step.retries,
  running: step.running,
  credentials: step.credentials,
  parameters: step.parameters,
});

const named = ({ id, name, type }: Step): StepChange['step'] => ({ id, name, type });

type Pair = readonly [Step, Step];

/** Takes pairs with the same key out of both lists, first come first served. */
const paired = (before: Set<Step>, after: Set<Step>, keyOf: (step: Step) => string): readonly Pair[] => {
  const waiting = new Map<string, Step[]>();
  for (const step of before) {
    const key = keyOf(step);
    const list = waiting.get(key);
    if (list === undefined) waiting.set(key, [step]);
    else list.push(step);
  }
  const pairs: Pair[] = [];
  for (const step of after) {
    const other = waiting.get(keyOf(step))?.shift();
    if (other === undefined) continue;
    pairs.push([other, step]);
    before.delete(other);
    after.delete(step);
  }
  return pairs;
};

const linkText = (link: Link, nameAt: (position: number) => string): string =>
  JSON.stringify([link.kind, nameAt(link.from), nameAt(link.to), link.output, link.input]);

const linkOf = (change: LinkChange['change'], text: string): LinkChange => {
  const [kind, from, to, output, input] = JSON.parse(text) as [string, string, string, number, number];
  return { change, kind, from, to, output, input };
};

const tally = (texts: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

const beyond = (texts: readonly string[], others: readonly string[]): readonly string[] => {
  const left = tally(others);
  return texts.filter((text) => {
    const count = left.get(text) ?? 0;
    if (count > 0) left.set(text, count - 1);
    return count === 0;
  });
};

/**
 * What `after` does differently from `before`: steps by name, or by id where they were renamed. Two versions of the same
 * fingerprint have no difference.
 */
export const compareFlows = (before: Flow, after: Flow): FlowDiff => {
  const gone = new Set(before.steps);
  const come = new Set(after.steps);
  const textOf = (flow: Flow) => (step: Step) => canonical(contentOf(step), flow.forDisplay);
  const beforeText = textOf(before);
  const afterText = textOf(after);
  const texts = new Map<Step, string>();
  for (const step of before.steps) texts.set(step, beforeText(step));
  for (const step of after.steps) texts.set(step, afterText(step));
  const textFor = (step: Step): string => texts.get(step) ?? '';
  // Steps that share a name are told apart by what they do before anything is called a change.
  const same = paired(gone, come, (step) => JSON.stringify([step.name, textFor(step)]));
  const byName = paired(gone, come, (step) => step.name);
  const byId = paired(gone, come, (step) => step.id);
  const nameNow = new Map<Step, string>();
  for (const [old, fresh] of [...same, ...byName, ...byId]) nameNow.set(old, fresh.name);

  const changes: StepChange[] = [];
  for (const step of gone) changes.push({ change: 'removed', step: named(step), was: null, settings: [] });
  for (const [old, fresh] of [...byName, ...byId]) {
    const settings = settingChanges(contentOf(old), contentOf(fresh), '', after.forDisplay);
    const renamed = old.name !== fresh.name;
    if (!renamed && textFor(old) === textFor(fresh)) continue;
    const change = renamed && settings.length === 0 ? 'renamed' : 'changed';
    changes.push({ change, step: named(fresh), was: renamed ? old.name : null, settings });
  }
  for (const step of come) changes.push({ change: 'added', step: named(step), was: null, settings: [] });

  const nameIn = (flow: Flow, position: number): string => flow.steps[position]?.name ?? '';
  const old = before.links.map((link) =>
    linkText(link, (at) => {
      const step = before.steps[at];
      return step === undefined ? '' : (nameNow.get(step) ?? step.name);
    }),
  );
  const fresh = after.links.map((link) => linkText(link, (at) => nameIn(after, at)));
  return {
    steps: changes,
    links: [
      ...beyond(old, fresh).map((text) => linkOf('removed', text)),
      ...beyond(fresh, old).map((text) => linkOf('added', text)),
    ],
    settings: settingChanges(before.settings, after.settings, '', new Set()),
  };
};

/** Nothing differs. */
export const isNoDifference = ({ steps, links, settings }: FlowDiff): boolean =>
  steps.length === 0 && links.length === 0 && settings.length === 0;
