import {
  compareFlows,
  diffWords,
  type Flow,
  fingerprint,
  isNoDifference,
  partFingerprint,
} from '@plumbline/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowOf, hash } from './judged.ts';
import { type Node, type Workflow, wildWorkflow } from './wild-graph.ts';

const same = (one: Flow, other: Flow): boolean => fingerprint(one, hash) === fingerprint(other, hash);
const step = (id: string, name: string, more: Partial<Node> = {}): Node => ({
  id,
  name,
  type: 'n8n-nodes-base.noOp',
  typeVersion: 1,
  position: [0, 0],
  parameters: {},
  ...more,
});
const flow = (nodes: readonly Node[], more: object = {}): Flow =>
  flowOf({ name: 'x', nodes, connections: {}, ...more });
const moved = (workflow: Workflow): Workflow => ({
  ...workflow,
  nodes: [
    step('sticky', 'Note', { type: 'n8n-nodes-base.stickyNote', parameters: { content: 'mind' } }),
    ...[...workflow.nodes].reverse().map((node, at) => ({ ...node, position: [at, 9] as const, notes: 'x' })),
  ],
});

describe('the comparison of two flows', () => {
  it('finds a difference exactly where the fingerprints differ', () => {
    fc.assert(
      fc.property(wildWorkflow(8), wildWorkflow(8), (one, other) => {
        const [a, b] = [flowOf(one), flowOf(other)];
        expect(isNoDifference(compareFlows(a, b))).toBe(same(a, b));
        expect(isNoDifference(compareFlows(a, a))).toBe(true);
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it('shows nothing of positions, notes and the order of steps', () => {
    fc.assert(
      fc.property(wildWorkflow(10), (workflow) => {
        expect(compareFlows(flowOf(workflow), flowOf(moved(workflow)))).toEqual({
          steps: [],
          links: [],
          settings: [],
        });
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it('turns around with the two flows', () => {
    fc.assert(
      fc.property(wildWorkflow(8), wildWorkflow(8), (one, other) => {
        const count = (diff: ReturnType<typeof compareFlows>, change: string): number =>
          diff.steps.filter((each) => each.change === change).length;
        const [forth, back] = [
          compareFlows(flowOf(one), flowOf(other)),
          compareFlows(flowOf(other), flowOf(one)),
        ];
        expect(count(forth, 'added')).toBe(count(back, 'removed'));
        expect(count(forth, 'changed')).toBe(count(back, 'changed'));
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it('knows a renamed step by its id, and its links under the new name', () => {
    const wired = (name: string) =>
      flow([step('a', 'A'), step('b', name)], {
        connections: { A: { main: [[{ node: name, type: 'main', index: 0 }]] } },
      });
    const diff = compareFlows(wired('Ask Maria'), wired('Ask Tom'));
    expect(diff).toMatchObject({ steps: [{ change: 'renamed', was: 'Ask Maria' }], links: [] });
    expect(diffWords(diff)).toBe('`Ask Maria` is called `Ask Tom` now');
  });

  it.each([
    [[step('a', 'A'), step('b', 'Ask Maria')], [step('a', 'A')], '`Ask Maria` was removed'],
    [[step('a', 'A')], [step('a', 'A'), step('b', 'B')], '`B` was added'],
    [[step('a', 'A')], [step('a', 'A', { disabled: true })], '`A` was switched off'],
    [[step('a', 'A', { disabled: true })], [step('a', 'A')], '`A` was switched on'],
    [
      [step('a', 'A', { parameters: { subject: 'x', text: 'y' } })],
      [step('a', 'A', { parameters: { subject: 'z', text: 'w' } })],
      '`A` was changed (subject and text)',
    ],
    [
      [step('a', 'A')],
      [step('a', 'A', { onError: 'continueRegularOutput' })],
      '`A` was changed (what happens when it fails)',
    ],
    [
      [step('a', 'A'), step('b', 'B'), step('c', 'C'), step('d', 'D')],
      [],
      '`A` was removed, `B` was removed and 2 more',
    ],
  ])('says in words what was done', (before, after, words) => {
    expect(diffWords(compareFlows(flow(before), flow(after)))).toBe(words);
  });

  it('says which way was cut, and which setting of the flow was changed', () => {
    const nodes = [step('a', 'A'), step('b', 'B')];
    const linked = flow(nodes, { connections: { A: { main: [[{ node: 'B', type: 'main', index: 0 }]] } } });
    expect(diffWords(compareFlows(linked, flow(nodes)))).toBe('the way from `A` to `B` was removed');
    const settled = flow(nodes, { settings: { errorWorkflow: 'e' } });
    expect(diffWords(compareFlows(flow(nodes), settled))).toBe('its error workflow was changed');
  });

  it('makes names from hostile flows safe, and stays short', () => {
    const diff = compareFlows(flow([step('a', `\u202e${'x'.repeat(500)}\u0007`)]), flow([]));
    expect(diffWords(diff)).toMatch(/^`\ufffdx{58}…` was removed$/);
  });

  it('stays in proportion to a flow of many steps that all share a name', () => {
    const many = (text: string) =>
      flow(Array.from({ length: 3000 }, (_, at) => step(`${at}`, 'A', { parameters: { text, at } })));
    expect(compareFlows(many('x'), many('y')).steps).toHaveLength(3000);
  });
});

describe('the part of a flow that a place speaks of', () => {
  const nodes = [
    step('chat', 'Chat', { type: '@n8n/n8n-nodes-langchain.chatTrigger' }),
    step('agent', 'Agent', { type: '@n8n/n8n-nodes-langchain.agent' }),
    step('tool', 'Hand over', { type: '@n8n/n8n-nodes-langchain.toolWorkflow', typeVersion: 2.2 }),
    step('deep', 'Deep tool', { type: '@n8n/n8n-nodes-langchain.toolCode' }),
    step('far', 'Every night', { type: 'n8n-nodes-base.scheduleTrigger' }),
    step('log', 'Log'),
  ];
  const connections = {
    Chat: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
    'Hand over': { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
    'Deep tool': { ai_tool: [[{ node: 'Hand over', type: 'ai_tool', index: 0 }]] },
    'Every night': { main: [[{ node: 'Log', type: 'main', index: 0 }]] },
  };
  const place = {
    steps: [{ id: 'chat', name: 'Chat' }],
    witness: [{ id: 'agent', name: 'Agent' }],
    message: 'Whether it is told is decided elsewhere.',
    question: 'Does somebody answer?',
  };
  const partOf = (list: readonly Node[], more: object = {}, spoken: typeof place = place): string | null =>
    partFingerprint(flow(list, { connections, ...more }), spoken, () => undefined, hash);
  const with_ = (id: string, parameters: object): readonly Node[] =>
    nodes.map((node) => (node.id === id ? { ...node, parameters: { ...parameters } } : node));

  it.each(['chat', 'agent', 'tool', 'deep'])('is another one when `%s` is changed', (id) => {
    expect(partOf(with_(id, { changed: true }))).not.toBe(partOf(nodes));
  });

  it.each(['far', 'log'])('is the same when `%s` is changed', (id) => {
    expect(partOf(with_(id, { changed: true }))).toBe(partOf(nodes));
  });

  it('has the steps that its words name in it, and all of them where not all are named', () => {
    const naming = { ...place, question: 'Who reads `Log`?' };
    expect(partOf(with_('log', { changed: true }), {}, naming)).not.toBe(partOf(nodes, {}, naming));
    const folded = { ...place, question: 'Who reads `A`, `B` and 4 more?' };
    expect(partOf(with_('far', { changed: true }), {}, folded)).not.toBe(partOf(nodes, {}, folded));
  });

  it('is another one when a step it is about gets a new link, and the same for links elsewhere', () => {
    const from = (name: string, to: string) => ({
      connections: { ...connections, [name]: { main: [[{ node: to, type: 'main', index: 0 }]] } },
    });
    expect(partOf(nodes, from('Every night', 'Chat'))).not.toBe(partOf(nodes));
    expect(partOf(nodes, from('Log', 'Every night'))).toBe(partOf(nodes));
  });

  it('is another one when a flow it calls is changed, and none when a step is gone', () => {
    const calling = with_('tool', { workflowId: { __rl: true, value: 'other', mode: 'id' } });
    const print = (called: string) =>
      partFingerprint(flow(calling, { connections }), place, () => called, hash);
    expect(print('one')).not.toBe(print('two'));
    expect(partOf(nodes.filter(({ id }) => id !== 'chat'))).toBeNull();
  });
});
