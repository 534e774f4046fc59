import { checkById, conversationsOf, type Finding, type Flow, runCheck, viewFlow } from '@plumbline/core';
import { describe, expect, it } from 'vitest';
import { readWorkflow } from '../src/index.ts';

type Edges = Readonly<Record<string, readonly [kind: string, to: string]>>;

const flowOf = (id: string, nodes: readonly (readonly [string, string, object])[], edges: Edges): Flow => {
  const read = readWorkflow({
    id,
    name: id,
    nodes: nodes.map(([name, type, parameters]) => ({
      name,
      type,
      typeVersion: 1.2,
      position: [0, 0],
      parameters,
    })),
    connections: Object.fromEntries(
      Object.entries(edges).map(([from, [kind, to]]) => [
        from,
        { [kind]: [[{ node: to, type: kind, index: 0 }]] },
      ]),
    ),
  });
  if (!read.ok) throw new Error(read.message);
  return read.flow;
};

const reminder = flowOf(
  'Remind of a haircut',
  [
    ['Every morning', 'n8n-nodes-base.scheduleTrigger', { rule: { interval: [{}] } }],
    ['Who comes tomorrow?', 'n8n-nodes-base.googleCalendar', { operation: 'getAll' }],
    [
      'Remind them',
      'n8n-nodes-base.telegram',
      {
        chatId: '={{ $json.customer_chat }}',
        text: '=Dear {{ $json.customer_name }}, this is a reminder of your appointment tomorrow. Write 2 if you need to reschedule.',
      },
    ],
  ],
  { 'Every morning': ['main', 'Who comes tomorrow?'], 'Who comes tomorrow?': ['main', 'Remind them'] },
);

const desk = (trigger: string, tool: object): Flow =>
  flowOf(
    'Answer customers',
    [
      ['A customer writes', trigger, {}],
      ['Answer', '@n8n/n8n-nodes-langchain.agent', { text: '={{ $json.message.text }}' }],
      ['Move the appointment', 'n8n-nodes-base.googleCalendarTool', tool],
      [
        'Send the answer',
        'n8n-nodes-base.telegram',
        { chatId: '={{ $json.message.chat.id }}', text: '={{ $json.output }}' },
      ],
    ],
    {
      'A customer writes': ['main', 'Answer'],
      'Move the appointment': ['ai_tool', 'Answer'],
      Answer: ['main', 'Send the answer'],
    },
  );

const answer = (others: readonly Flow[]): Finding => {
  const check = checkById('require-reschedule-path');
  if (check === undefined) throw new Error('no such check');
  const flows = [reminder, ...others];
  const find = (id: string): Flow | undefined => flows.find((flow) => flow.id === id);
  return runCheck(check, viewFlow(reminder, { find, flows }), {});
};

describe('an answer to a message that another flow takes in', () => {
  it('is an open question while no flow at hand takes it in', () => {
    expect(answer([]).verdict).toBe('unknown');
  });

  it('is dealt with by a flow over the same messenger that moves appointments', () => {
    const found = answer([desk('n8n-nodes-base.telegramTrigger', { operation: 'update' })]);
    expect(found.verdict).toBe('pass');
    expect(found.occurrences[0]?.message).toContain('Answer customers');
  });

  it('stays open where that flow only looks appointments up', () => {
    expect(answer([desk('n8n-nodes-base.telegramTrigger', { operation: 'getAll' })]).verdict).toBe('unknown');
  });

  it('stays open where that flow listens to another service', () => {
    expect(answer([desk('n8n-nodes-base.whatsAppTrigger', { operation: 'update' })]).verdict).toBe('unknown');
  });
});

describe('the conversations of a flow', () => {
  const both = [
    ['Mail comes in', 'n8n-nodes-base.emailReadImap', {}],
    ['A customer writes', 'n8n-nodes-base.whatsAppTrigger', {}],
    [
      'Mail them',
      'n8n-nodes-base.emailSend',
      { toEmail: '={{ $json.email }}', subject: 'Hello', text: 'Hello' },
    ],
    ['Mail them again', 'n8n-nodes-base.gmail', { sendTo: '={{ $json.email }}', message: 'Hello' }],
    ['Write to them', 'n8n-nodes-base.telegram', { chatId: '={{ $json.chat }}', text: 'Hello' }],
  ] as const;

  it('are those it sends over and those it listens to, each once and sorted', () => {
    expect(conversationsOf(flowOf('Both', both, {}))).toEqual({
      answeredOver: ['email', 'telegram'],
      listensTo: ['email', 'whatsapp'],
    });
    expect(conversationsOf(flowOf('Turned', [...both].reverse(), {}))).toEqual(
      conversationsOf(flowOf('Both', both, {})),
    );
  });

  it('are none where nothing is sent and nobody writes', () => {
    const nobody = flowOf('Nobody', [['Every morning', 'n8n-nodes-base.scheduleTrigger', {}]], {});
    expect(conversationsOf(nobody)).toEqual({ answeredOver: [], listensTo: [] });
  });
});
