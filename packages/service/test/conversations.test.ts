import { beforeEach, expect, it } from 'vitest';
import { createBusiness, deleteFlow, evaluateMissing, getFlow, putFlow, putProfile } from '../src/index.ts';
import { type Service, start } from './start.ts';

let service: Service;
beforeEach(async () => {
  service = await start();
  await createBusiness({ ctx: service.system, input: { id: 'shop', name: 'Shop' } });
  await putProfile({
    ctx: service.system,
    input: {
      business: 'shop',
      profile: {
        profile: 1,
        name: 'The Corner Salon',
        values: [
          {
            id: 'customer-intimacy',
            title: 'Customer intimacy',
            commitments: [
              {
                id: 'another-time',
                promise: 'Whoever cannot come can choose another time',
                enforcement: 'warn',
                checks: [{ check: 'require-reschedule-path' }],
              },
            ],
          },
        ],
      },
    },
  });
});

type Node = readonly [name: string, type: string, parameters: object];
type State = 'published' | 'draft';

/** A flow whose steps follow each other; a tool belongs to the step after it. */
const workflow = (id: string, nodes: readonly Node[]) => ({
  id,
  name: id,
  nodes: nodes.map(([name, type, parameters], n) => ({
    id: `${n}`,
    name,
    type,
    typeVersion: 1.2,
    position: [0, 0],
    parameters,
  })),
  connections: Object.fromEntries(
    nodes.slice(0, -1).map(([name, type], n) => {
      const kind = type.endsWith('Tool') ? 'ai_tool' : 'main';
      const to = nodes.findIndex(([, next], m) => m > n && !next.endsWith('Tool'));
      return [name, { [kind]: [[{ node: nodes[to]?.[0], type: kind, index: 0 }]] }];
    }),
  ),
});

const remind = (id: string) =>
  workflow(id, [
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
  ]);

/** Takes in what customers write; moves appointments, or only looks them up. */
const desk = (id: string, operation: 'update' | 'getAll', trigger = 'telegramTrigger') =>
  workflow(id, [
    ['A customer writes', `n8n-nodes-base.${trigger}`, {}],
    ['The appointment', 'n8n-nodes-base.googleCalendarTool', { operation }],
    ['Answer', '@n8n/n8n-nodes-langchain.agent', { text: '={{ $json.message.text }}' }],
    [
      'Send the answer',
      'n8n-nodes-base.telegram',
      { chatId: '={{ $json.message.chat.id }}', text: '={{ $json.output }}' },
    ],
  ]);

const put = (id: string, given: unknown, state: State = 'published', source = 'n8n') => {
  service.pass(1000);
  return putFlow({
    ctx: service.system,
    input: { business: 'shop', source, id, workflow: given, state },
  });
};
const remove = (id: string) =>
  deleteFlow({ ctx: service.system, input: { business: 'shop', source: 'n8n', id } });
const evaluate = () => evaluateMissing({ ctx: service.system, input: { business: 'shop', limit: 100 } });
const get = (id: string) => getFlow({ ctx: service.system, input: { business: 'shop', source: 'n8n', id } });
const verdict = async (id: string) => {
  await evaluate();
  return (await get(id)).findings[0]?.verdict;
};

it('judges a reminder anew when the flow that takes in its answers comes, changes and goes', async () => {
  await put('reminder', remind('reminder'));
  expect(await verdict('reminder')).toBe('unknown');
  const alone = (await get('reminder')).closure;

  await put('desk', desk('desk', 'getAll'));
  expect((await get('reminder')).closure).not.toBe(alone);
  expect((await get('reminder')).evaluation.state).toBe('pending');
  expect(await verdict('reminder')).toBe('unknown');

  await put('desk', desk('desk', 'update'));
  expect((await get('reminder')).evaluation.state).toBe('pending');
  expect(await verdict('reminder')).toBe('pass');

  // It listens no more: nothing is left of it.
  await put('desk', remind('desk'));
  expect((await get('reminder')).closure).toBe(alone);
  await put('desk', desk('desk', 'update'));
  expect((await get('reminder')).closure).not.toBe(alone);

  await remove('desk');
  expect(await get('reminder')).toMatchObject({ closure: alone, evaluation: { state: 'done' } });
  expect(await verdict('reminder')).toBe('unknown');
});

it('finds the handler that was there first', async () => {
  await put('desk', desk('desk', 'update'));
  await put('reminder', remind('reminder'));
  expect(await verdict('reminder')).toBe('pass');
});

it('takes only what runs, of the same source, over the same service, for a handler', async () => {
  await put('reminder', remind('reminder'));
  const alone = (await get('reminder')).closure;
  await put('draft', desk('draft', 'update'), 'draft');
  await put('else', desk('else', 'update', 'whatsAppTrigger'));
  await put('far', desk('far', 'update'), 'published', 'n8n-other');
  expect((await get('reminder')).closure).toBe(alone);
  await put('draft', desk('draft', 'update'));
  const published = (await get('reminder')).closure;
  expect(published).not.toBe(alone);
  // The published version stands for the flow, whatever its draft does.
  await put('draft', desk('draft', 'getAll'), 'draft');
  expect((await get('reminder')).closure).toBe(published);
});

it('follows what a handler leans on', async () => {
  const calls = (id: string, other: string) =>
    workflow(id, [
      ['A customer writes', 'n8n-nodes-base.telegramTrigger', {}],
      ['Call', 'n8n-nodes-base.executeWorkflow', { workflowId: { __rl: true, mode: 'id', value: other } }],
    ]);
  await put('desk', calls('desk', 'deeper'));
  await put('reminder', remind('reminder'));
  const before = (await get('reminder')).closure;
  await put('deeper', desk('deeper', 'getAll', 'executeWorkflowTrigger'));
  expect((await get('reminder')).closure).not.toBe(before);
});

it('stays with the handlers that were there first, and takes the next when one of them goes', async () => {
  await put('reminder', remind('reminder'));
  for (const id of ['9', '8', '7', '6', '5']) await put(id, desk(id, 'getAll'));
  const five = (await get('reminder')).closure;
  await put('0', desk('0', 'update'));
  await put('00', desk('00', 'update'));
  expect((await get('reminder')).closure).toBe(five);
  expect(await verdict('reminder')).toBe('unknown');
  await remove('7');
  expect((await get('reminder')).evaluation.state).toBe('pending');
  expect(await verdict('reminder')).toBe('pass');
});

it('is no handler of its own conversation', async () => {
  await put('desk', desk('desk', 'update'));
  const kept = await get('desk');
  expect(kept.closure).toBe(kept.fingerprint);
  for (const id of ['1', '2', '3', '4', '5']) await put(id, desk(id, 'getAll'));
  const five = (await get('desk')).closure;
  // The sixth is a handler of nobody but the first five.
  await put('6', desk('6', 'getAll'));
  expect((await get('desk')).closure).toBe(five);
});
