import { checkById, type Finding, type Flow, runCheck, viewFlow } from '@plumbline/core';
import { describe, expect, it } from 'vitest';
import { readWorkflow } from '../src/index.ts';

type Node = readonly [name: string, type: string, parameters: object];

/** A flow whose steps follow each other. */
const flowOf = (id: string, nodes: readonly Node[]): Flow => {
  const read = readWorkflow({
    id,
    name: id,
    nodes: nodes.map(([name, type, parameters]) => ({
      name,
      type,
      typeVersion: type.endsWith('.if') ? 2.2 : 1.2,
      position: [0, 0],
      parameters,
    })),
    connections: Object.fromEntries(
      nodes
        .slice(0, -1)
        .map(([name], n) => [name, { main: [[{ node: nodes[n + 1]?.[0], type: 'main', index: 0 }]] }]),
    ),
  });
  if (!read.ok) throw new Error(read.message);
  return read.flow;
};

const offer = (words: string): Flow =>
  flowOf('Spring offer', [
    ['Every Monday', 'n8n-nodes-base.scheduleTrigger', { rule: { interval: [{}] } }],
    ['Customers', 'n8n-nodes-base.googleSheets', { operation: 'read' }],
    [
      'Send the offer',
      'n8n-nodes-base.telegram',
      {
        chatId: '={{ $json.chat_id }}',
        text: `=Dear {{ $json.name }}, this week only: 20% discount on all our books! Shop now. ${words}`,
      },
    ],
  ]);

const listener = (trigger: string, after: Node): Flow =>
  flowOf('Answers', [
    ['A customer writes', trigger, {}],
    [
      'Is it STOP?',
      'n8n-nodes-base.if',
      {
        conditions: {
          options: { caseSensitive: false, typeValidation: 'loose', version: 2 },
          combinator: 'and',
          conditions: [
            {
              id: '1',
              leftValue: '={{ $json.message.text }}',
              rightValue: 'STOP',
              operator: { type: 'string', operation: 'equals' },
            },
          ],
        },
      },
    ],
    after,
  ]);

const writesDown: Node = ['Note it', 'n8n-nodes-base.googleSheets', { operation: 'update' }];
const onlyAnswers: Node = [
  'Say goodbye',
  'n8n-nodes-base.telegram',
  { chatId: '={{ $json.message.chat.id }}', text: 'Goodbye.' },
];
const telegram = 'n8n-nodes-base.telegramTrigger';

const answer = (id: string, flow: Flow, others: readonly Flow[]): Finding => {
  const check = checkById(id);
  if (check === undefined) throw new Error('no such check');
  const flows = [flow, ...others];
  const find = (named: string): Flow | undefined => flows.find((each) => each.id === named);
  return runCheck(check, viewFlow(flow, { find, flows }), {});
};

describe('require-opt-out, where another flow takes in the answers', () => {
  const check = 'require-opt-out';
  const words = offer('You can unsubscribe at any time.');

  it('fails for words alone while nobody acts on an answer', () => {
    expect(answer(check, words, []).verdict).toBe('fail');
    expect(answer(check, words, [listener(telegram, onlyAnswers)]).verdict).toBe('fail');
    expect(answer(check, words, [listener('n8n-nodes-base.whatsAppTrigger', writesDown)]).verdict).toBe(
      'fail',
    );
  });

  it('passes, by inference, where STOP is written down there, and names the flow', () => {
    const found = answer(check, words, [listener(telegram, writesDown)]);
    expect(found).toMatchObject({ verdict: 'pass', evidence: 'inferred' });
    expect(found.occurrences[0]?.message).toContain('The flow "Answers" acts on it at `Is it STOP?`');
  });

  it('still fails where nothing is said of a way out', () => {
    expect(answer(check, offer(''), [listener(telegram, writesDown)]).verdict).toBe('fail');
  });
});

describe('require-suppression, where another flow takes in the answers', () => {
  const check = 'require-suppression';
  const stop = offer('Reply STOP to unsubscribe.');

  it('asks about the step that acts on them, and never passes for it', () => {
    const found = answer(check, stop, [listener(telegram, writesDown)]);
    expect(found.verdict).toBe('unknown');
    expect(found.occurrences[0]?.question).toBe(
      'Does `Is it STOP?` in the flow "Answers" take people off `Customers`?',
    );
  });

  it('asks who does it while no flow at hand does', () => {
    const found = answer(check, stop, [listener(telegram, onlyAnswers)]);
    expect(found.verdict).toBe('unknown');
    expect(found.occurrences[0]?.question).toContain('who takes them off');
  });
});
