import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { ZenEngine } from '@gorules/zen-engine';
import { LogicEngine } from 'json-logic-engine';
import { Engine, type TopLevelCondition } from 'json-rules-engine';
import type { Flat, FlatRule, Term } from './flat.ts';
import type { Verdict } from './hand-written.ts';

/** Decides one input; engines that only answer later give a promise. */
export type Decide = (input: Flat) => Verdict | Promise<Verdict>;

export interface Peer {
  readonly name: string;
  readonly make: (rules: readonly FlatRule[]) => Decide;
}

const gravest = (effects: Iterable<string>): Verdict => {
  let verdict: Verdict = 'allow';
  for (const effect of effects) {
    if (effect === 'block') return 'block';
    verdict = 'needs-human';
  }
  return verdict;
};

/** A condition in the C-like words that Cedar and Zen share. */
const infix = (term: Term, name: (field: string) => string, and: string, or: string): string => {
  const [op, ...rest] = term;
  if (op === 'and' || op === 'or')
    return `(${rest.map((each) => infix(each as Term, name, and, or)).join(op === 'and' ? ` ${and} ` : ` ${or} `)})`;
  return `${name(rest[0] as string)} ${op} ${JSON.stringify(rest[1])}`;
};

const cedar: Peer = {
  name: '@cedar-policy/cedar-wasm',
  make: (rules) => {
    const set = `bench-${rules.length}`;
    const policies: Record<string, string> = { permit: 'permit(principal, action, resource);' };
    for (const rule of rules) {
      const actions = rule.actions.map((action) => `Action::"${action}"`).join(', ');
      const when = infix(rule.when, (field) => `context.${field}`, '&&', '||');
      policies[`${rule.effect}:${rule.id}`] =
        `forbid(principal, action in [${actions}], resource) when { ${when} };`;
    }
    const parsed = preparsePolicySet(set, { staticPolicies: policies, templates: {}, templateLinks: [] });
    if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed.errors));
    const principal = { type: 'Caller', id: 'benchmark' };
    const resource = { type: 'Business', id: 'shop' };
    return (input) => {
      const answer = statefulIsAuthorized({
        principal,
        action: { type: 'Action', id: input.action },
        resource,
        context: input,
        preparsedPolicySetId: set,
        entities: [],
      });
      if (answer.type !== 'success') throw new Error(JSON.stringify(answer.errors));
      if (answer.response.decision === 'allow') return 'allow';
      return gravest(answer.response.diagnostics.reason.map((id) => id.slice(0, id.indexOf(':'))));
    };
  },
};

const zen: Peer = {
  name: '@gorules/zen-engine',
  make: (rules) => {
    const decision = new ZenEngine().createDecision({
      nodes: [
        { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
        {
          id: 'table',
          name: 'table',
          type: 'decisionTableNode',
          position: { x: 1, y: 0 },
          content: {
            hitPolicy: 'collect',
            inputs: [
              { id: 'action', name: 'action', field: 'action' },
              { id: 'when', name: 'when' },
            ],
            outputs: [{ id: 'effect', name: 'effect', field: 'effect' }],
            rules: rules.map((rule) => ({
              _id: rule.id,
              action: rule.actions.map((action) => JSON.stringify(action)).join(', '),
              when: infix(rule.when, (field) => field, 'and', 'or'),
              effect: JSON.stringify(rule.effect),
            })),
          },
        },
        { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 } },
      ],
      edges: [
        { id: 'a', sourceId: 'in', targetId: 'table', type: 'edge' },
        { id: 'b', sourceId: 'table', targetId: 'out', type: 'edge' },
      ],
    });
    return async (input) => {
      const { result } = await decision.evaluate(input);
      return gravest((result as readonly { effect: string }[]).map((row) => row.effect));
    };
  },
};

const operators = {
  '==': 'equal',
  '!=': 'notEqual',
  '<': 'lessThan',
  '>=': 'greaterThanInclusive',
  '>': 'greaterThan',
} as const;
const conditions = (term: Term): TopLevelCondition => {
  const [op, ...rest] = term;
  if (op === 'and') return { all: rest.map((each) => conditions(each as Term)) };
  if (op === 'or') return { any: rest.map((each) => conditions(each as Term)) };
  return { fact: rest[0] as string, operator: operators[op], value: rest[1] } as unknown as TopLevelCondition;
};

const jsonRules: Peer = {
  name: 'json-rules-engine',
  make: (rules) => {
    const engine = new Engine();
    for (const rule of rules)
      engine.addRule({
        name: rule.id,
        conditions: { all: [{ fact: 'action', operator: 'in', value: rule.actions }, conditions(rule.when)] },
        event: { type: rule.effect },
      });
    return async (input) => gravest((await engine.run(input)).events.map((event) => event.type));
  },
};

const logicOf = (term: Term): object => {
  const [op, ...rest] = term;
  if (op === 'and' || op === 'or') return { [op]: rest.map((each) => logicOf(each as Term)) };
  return { [`${op}`]: [{ var: rest[0] }, rest[1]] };
};

const jsonLogic: Peer = {
  name: 'json-logic-engine',
  make: (rules) => {
    const any = (effect: string): object => ({
      or: rules
        .filter((rule) => rule.effect === effect)
        .map((rule) => ({
          and: [{ in: [{ var: 'action' }, { preserve: rule.actions }] }, logicOf(rule.when)],
        })),
    });
    const run = new LogicEngine().build({
      if: [any('block'), 'block', { if: [any('needs-human'), 'needs-human', 'allow'] }],
    });
    return (input) => run(input) as Verdict;
  },
};

export const peers: readonly Peer[] = [jsonLogic, cedar, jsonRules, zen];
