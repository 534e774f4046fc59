import { fingerprint } from '@plumbline/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowOf, hash, judged } from './judged.ts';
import { type Node, type Workflow, wildWorkflow } from './wild-graph.ts';

const printOf = (workflow: unknown): string => fingerprint(flowOf(workflow), hash);

const shuffled = <T>(items: readonly T[], random: readonly number[]): readonly T[] =>
  items
    .map((item, at) => ({ item, order: random[at % random.length] ?? 0, at }))
    .sort((a, b) => a.order - b.order || b.at - a.at)
    .map(({ item }) => item);

/** The same value with the keys of every object in another order. */
const rekeyed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(rekeyed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, rekeyed(each)]),
  );
};

/** What an editor, an export or a run adds without changing what the flow does. */
const decorated = (workflow: Workflow): Workflow => ({
  ...workflow,
  nodes: workflow.nodes.map((node, at) => ({
    ...node,
    position: [at * 7, at * 13],
    notes: 'Ask Maria',
    notesInFlow: true,
    color: '#ff0000',
    ...(at === 0 ? { webhookId: 'w' } : {}),
  })),
  pinData: { 'Step 0': [{ json: { email: 'ana@corner.example' } }] },
  staticData: { lastId: 7 },
  tags: [{ name: 'live' }],
  meta: { instanceId: 'x' },
  versionId: 'v2',
  active: true,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-02T00:00:00.000Z',
});

const note: Node = {
  id: 'note',
  name: 'Note',
  type: 'n8n-nodes-base.stickyNote',
  typeVersion: 1,
  position: [0, 0],
  parameters: { content: 'unsubscribe' },
};

const first = (workflow: Workflow, change: (node: Node) => Record<string, unknown>): Workflow => ({
  ...workflow,
  nodes: workflow.nodes.map((node, at) => (at === 0 ? ({ ...node, ...change(node) } as Node) : node)),
});

const target = (workflow: Workflow) => ({ node: workflow.nodes.at(-1)?.name ?? '', type: 'main', index: 0 });

/** Changes to what a flow does, each by name. */
const changes: readonly (readonly [string, (workflow: Workflow) => Workflow])[] = [
  ['another type', (flow) => first(flow, ({ type }) => ({ type: `${type}X` }))],
  ['another version', (flow) => first(flow, ({ typeVersion }) => ({ typeVersion: typeVersion + 1 }))],
  [
    'another parameter',
    (flow) =>
      first(flow, ({ parameters }) => ({ parameters: { ...parameters, sendTo: 'new@corner.example' } })),
  ],
  [
    'no parameters',
    (flow) =>
      first(flow, ({ parameters }) => ({ parameters: Object.keys(parameters).length > 0 ? {} : { a: 1 } })),
  ],
  ['switched off or on', (flow) => first(flow, ({ disabled }) => ({ disabled: disabled !== true }))],
  [
    'what a failure does',
    (flow) =>
      first(flow, ({ onError }) => ({
        onError: onError === 'continueErrorOutput' ? 'stopWorkflow' : 'continueErrorOutput',
      })),
  ],
  ['tried again', (flow) => first(flow, () => ({ retryOnFail: true }))],
  ['once for all items', (flow) => first(flow, () => ({ executeOnce: true }))],
  ['going on with nothing found', (flow) => first(flow, () => ({ alwaysOutputData: true }))],
  [
    'another account',
    (flow) => first(flow, () => ({ credentials: { gmailOAuth2: { id: '9', name: 'Maria' } } })),
  ],
  [
    'one step more',
    (flow) => ({ ...flow, nodes: [...flow.nodes, { ...note, name: 'New', type: 'n8n-nodes-base.noOp' }] }),
  ],
  ['an error workflow', (flow) => ({ ...flow, settings: { ...flow.settings, errorWorkflow: 'e1' } })],
  ['another time zone', (flow) => ({ ...flow, settings: { ...flow.settings, timezone: 'Europe/Rome' } })],
  [
    'one link more',
    (flow) => ({
      ...flow,
      connections: {
        ...flow.connections,
        'Step 0': {
          ...flow.connections['Step 0'],
          main: [...(flow.connections['Step 0']?.['main'] ?? []), [target(flow)]],
        },
      },
    }),
  ],
];

describe('the fingerprint of a flow', () => {
  const random = fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 });

  it('stays the same however the file is written', () => {
    fc.assert(
      fc.property(wildWorkflow(12), random, (workflow, order) => {
        const same = printOf(workflow);
        const nodes = shuffled(workflow.nodes, order);
        expect(printOf({ ...workflow, nodes })).toBe(same);
        expect(printOf(rekeyed(workflow))).toBe(same);
        expect(printOf(decorated(workflow))).toBe(same);
        expect(printOf({ ...workflow, nodes: [note, ...workflow.nodes] })).toBe(same);
        expect(printOf(JSON.parse(JSON.stringify(workflow, null, 2)))).toBe(same);
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it.each(changes)('changes with %s', (_, change) => {
    fc.assert(
      fc.property(wildWorkflow(8), (workflow) => {
        expect(printOf(change(workflow))).not.toBe(printOf(workflow));
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

it('judges a flow alike however its steps are ordered in the file', () => {
  const verdicts = (workflow: unknown): readonly string[] =>
    judged(flowOf(workflow)).findings.map(({ check, verdict }) => `${check} ${verdict}`);
  fc.assert(
    fc.property(
      wildWorkflow(14),
      fc.array(fc.nat(1000), { minLength: 3, maxLength: 14 }),
      (workflow, order) => {
        expect(verdicts({ ...workflow, nodes: shuffled(workflow.nodes, order) })).toEqual(verdicts(workflow));
      },
    ),
    { numRuns: 150, seed: 7 },
  );
});

it('cannot be forged by the kind of a link', () => {
  const nodes = ['A', 'B'].map((name) => ({
    id: name,
    name,
    type: 'n8n-nodes-base.noOp',
    typeVersion: 1,
    position: [0, 0],
    parameters: {},
  }));
  const to = [[{ node: 'B', type: 'main', index: 0 }]];
  const wired = printOf({ nodes, connections: { A: { ai_tool: to, main: to } } });
  expect(printOf({ nodes, connections: { A: { 'ai_tool|0|0|1:A|1:B\nmain': to } } })).not.toBe(wired);
});

it('changes with how often a step is tried again, where it is', () => {
  const tried = (more: object): string =>
    printOf({ connections: {}, nodes: [{ ...note, type: 'n8n-nodes-base.noOp', ...more }] });
  expect(tried({ retryOnFail: true, maxTries: 5 })).not.toBe(tried({ retryOnFail: true, maxTries: 2 }));
  expect(tried({ maxTries: 5 })).toBe(tried({ maxTries: 2 }));
});

it('stays the same when the editor remembers another name for what was chosen', () => {
  const choosing = (value: string, cachedResultName: string): string =>
    printOf({
      connections: {},
      nodes: [
        {
          ...note,
          type: 'n8n-nodes-base.executeWorkflow',
          parameters: { workflowId: { __rl: true, mode: 'list', value, cachedResultName } },
        },
      ],
    });
  expect(choosing('tea', 'Order tea')).toBe(choosing('tea', 'Order more tea'));
  expect(choosing('tea', 'Order tea')).not.toBe(choosing('coffee', 'Order tea'));
});
