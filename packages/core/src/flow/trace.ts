import { codeGives, definitionOf, lastField, literalValue, oneDefinitionOf } from './data/code-value.ts';
import { Draft, type Origins } from './data/origins.ts';
import type { Step, Text } from './flow.ts';
import { type Graph, has, isStart } from './graph.ts';

export type { Leaf, Origins } from './data/origins.ts';

export interface Tracer {
  /** Where the value of `text`, as used by the step at `position`, comes from. */
  readonly of: (position: number, texts: readonly Text[]) => Origins;
  /** Where the items that reach the step come from. */
  readonly into: (position: number) => Origins;
}

/** Enough for any real flow; beyond it a value counts as coming from a hidden place. */
const mostVisits = 250;

/** Steps whose output is something new, so that what came in is not looked for behind them. */
const isSource = (step: Step): boolean =>
  has(step, 'reads:records', 'reads:list', 'books:read', 'calls:http', 'calls:tools', 'calls:flow');

type Role = 'start' | 'model' | 'source' | 'other';

const roleOf = (step: Step): Role => {
  if (isStart(step)) return 'start';
  if (has(step, 'generates:text', 'generates:media')) return 'model';
  return isSource(step) ? 'source' : 'other';
};

const lastPart = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

export const buildTracer = (graph: Graph, find: (name: string) => number | undefined): Tracer => {
  const { steps } = graph;

  const roles: (Role | undefined)[] = [];
  const roleAt = (position: number, step: Step): Role => {
    const known = roles[position];
    if (known !== undefined) return known;
    const made = roleOf(step);
    roles[position] = made;
    return made;
  };
  const rounds = new Map<string, boolean>();
  /** A loop hands out what first came in; what its own body sends back only keeps it turning. */
  const comesRound = (loop: number, from: number): boolean => {
    const step = steps[loop];
    if (step === undefined || !has(step, 'loops')) return false;
    const key = `${loop} ${from}`;
    let known = rounds.get(key);
    if (known === undefined) {
      known = graph.before(from, { most: 200 }).has(loop);
      rounds.set(key, known);
    }
    return known;
  };

  const trace = (begin: (visit: Visit, from: Draft) => void): Origins => {
    const found = new Draft();
    const seen = new Set<string>();
    const queue: [position: number, path: string][] = [];
    let visits = 0;
    const visit: Visit = {
      output: (position, path) => {
        const key = `${position} ${path}`;
        if (seen.has(key)) return;
        seen.add(key);
        queue.push([position, path]);
      },
      input: (position, path) => {
        // A part gets what its owner gets. Parts can be attached in a circle, and owners be parts themselves.
        const climb = [position];
        for (let head = 0; head < climb.length && head < mostVisits; head += 1) {
          const at = climb[head] as number;
          const key = `into ${at} ${path}`;
          if (seen.has(key)) continue;
          seen.add(key);
          const links = graph.entering(at);
          for (const link of links) if (!comesRound(at, link.from)) visit.output(link.from, path);
          if (links.length === 0) climb.push(...graph.owners(at));
        }
      },
      code: (position, expression) => {
        const literal = literalValue.exec(expression)?.[2];
        if (literal !== undefined) {
          if (literal !== '') found.fixed.push(literal);
          return;
        }
        // A text put together over several lines: anything the code reads may be in it.
        if (expression.startsWith('`')) {
          for (const { text } of steps[position]?.texts ?? []) if (text.dynamic) visit.text(position, text);
          visit.input(position, '');
          return;
        }
        const field = lastField.exec(expression)?.[1] ?? '';
        if (field !== '') found.paths.push(field);
        const direct = oneDefinitionOf(steps[position], expression);
        const from = direct?.includes('$') === true ? direct : definitionOf(steps[position], expression);
        let named = false;
        for (const { text } of steps[position]?.texts ?? []) {
          for (const ref of text.refs) {
            const at =
              ref.from === 'step' && (from === undefined || from.includes(ref.step))
                ? find(ref.step)
                : undefined;
            if (at === undefined || at === position) continue;
            named = true;
            visit.output(at, ref.path === '' ? field : ref.path);
          }
        }
        // Found only over several lines, on which other things may have been put in.
        if (named && from !== direct) visit.code(position, '`');
        if (!named || /\$input|\bitems?\b|\$json/.test(expression)) visit.input(position, field);
      },
      text: (position, text) => {
        if (text.modelChosen) {
          const owners = graph.owners(position);
          for (const owner of owners.length > 0 ? owners : [position]) found.add('models', owner);
        }
        if (!text.dynamic) {
          if (text.source !== '') found.fixed.push(text.source);
          return;
        }
        for (const ref of text.refs) {
          if (ref.path !== '') found.paths.push(ref.path);
          if (ref.from === 'environment') found.environment = true;
          else if (ref.from === 'item') visit.input(position, ref.path);
          else if (ref.from === 'step') {
            const at = find(ref.step);
            if (at !== undefined) visit.output(at, ref.path);
          }
        }
      },
    };
    begin(visit, found);
    for (let head = 0; head < queue.length; head += 1) {
      const [position, path] = queue[head] as [number, string];
      visits += 1;
      if (visits > mostVisits) {
        found.add('hidden', position);
        break;
      }
      follow(position, path, visit, found);
    }
    return found;
  };

  const follow = (position: number, path: string, visit: Visit, found: Draft): void => {
    const step = steps[position];
    if (step === undefined) return;
    if (step.disabled) {
      visit.input(position, path);
      return;
    }
    const role = roleAt(position, step);
    if (role === 'start' || role === 'model') {
      found.leaves.push({ at: position, path });
      found.add(role === 'start' ? 'starts' : 'models', position);
      return;
    }
    if (step.knowledge === 'uncatalogued') found.add('hidden', position);
    if (step.question !== null && step.question.answer === 'free') found.add('people', position);
    // A messenger gives back whom it wrote to.
    if (step.message?.to.kind === 'given' && /^result\.(?:chat|from)\b/.test(path)) {
      for (const text of step.message.to.texts) visit.text(position, text);
      return;
    }
    if (role === 'source') {
      found.leaves.push({ at: position, path });
      found.add('records', position);
      return;
    }
    const wanted = lastPart(path);
    if (step.assigns.length > 0 || has(step, 'runs:code', 'transforms')) found.add('through', position);
    const assigned = wanted === '' ? undefined : step.assigns.find((each) => lastPart(each.name) === wanted);
    if (assigned !== undefined) {
      visit.text(position, assigned.value);
      return;
    }
    if (has(step, 'runs:code')) {
      const given = wanted === '' ? undefined : codeGives(step, wanted);
      if (given !== undefined) {
        visit.code(position, given);
        return;
      }
      for (const field of step.texts) if (field.text.dynamic) visit.text(position, field.text);
    } else {
      for (const each of step.assigns) {
        for (const ref of each.value.refs) if (ref.from === 'step') visit.text(position, each.value);
      }
    }
    visit.input(position, path);
  };

  const memo = new Map<number, Origins>();
  // The same recipients and bodies are asked for by one check after the other.
  const ofTexts = new Map<readonly Text[] | Text, Map<number, Origins>>();
  const traced = (position: number, texts: readonly Text[]): Origins => {
    const key = texts.length === 1 ? (texts[0] as Text) : texts;
    const known = ofTexts.get(key);
    const before = known?.get(position);
    if (before !== undefined) return before;
    const made = trace((visit) => {
      for (const text of texts) visit.text(position, text);
    });
    if (known === undefined) ofTexts.set(key, new Map([[position, made]]));
    else known.set(position, made);
    return made;
  };
  return {
    of: traced,
    into: (position) => {
      const known = memo.get(position);
      if (known !== undefined) return known;
      const made = trace((visit) => visit.input(position, ''));
      memo.set(position, made);
      return made;
    },
  };
};

interface Visit {
  /** An expression cut out of the code of a step. */
  readonly code: (position: number, expression: string) => void;
  readonly output: (position: number, path: string) => void;
  readonly input: (position: number, path: string) => void;
  readonly text: (position: number, text: Text) => void;
}
