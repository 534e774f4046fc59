import type { Flow } from '@plumbline/core';
import { describe, expect, it } from 'vitest';
import { flowOf, judged } from './judged.ts';

const base = (name: string): string => `n8n-nodes-base.${name}`;
const ai = (name: string): string => `@n8n/n8n-nodes-langchain.${name}`;

interface Step {
  readonly type: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}
type Link = readonly [from: number, to: number, kind?: string];

const workflow = (steps: readonly Step[], links: readonly Link[]): unknown => {
  const connections: Record<string, Record<string, { node: string; type: string; index: number }[][]>> = {};
  for (const [from, to, kind = 'main'] of links) {
    const kinds = connections[`S${from}`] ?? {};
    connections[`S${from}`] = kinds;
    kinds[kind] = [[...(kinds[kind]?.[0] ?? []), { node: `S${to}`, type: kind, index: 0 }]];
  }
  return {
    name: 'Large',
    nodes: steps.map(({ type, parameters }, at) => ({
      id: `${at}`,
      name: `S${at}`,
      type,
      typeVersion: 2,
      parameters: parameters ?? { a: 1 },
    })),
    connections,
  };
};

const fill = (count: number, step: (at: number) => Step): Step[] =>
  Array.from({ length: count }, (_, at) => step(at));
const chat: Step = { type: base('telegramTrigger'), parameters: { updates: ['message'] } };
const mail: Step = {
  type: base('gmail'),
  parameters: { sendTo: '={{ $json.email }}', subject: 'News', message: '=Hi {{ $json.name }}' },
};
const answer: Step = {
  type: base('telegram'),
  parameters: { chatId: '={{ $json.chat.id }}', text: '={{ $json.output }}' },
};
const agent: Step = {
  type: ai('agent'),
  parameters: { options: { systemMessage: 'Hand over to a colleague.' } },
};
const set: Step = {
  type: base('set'),
  parameters: { assignments: { assignments: [{ name: 'email', value: '={{ $json.body.email }}' }] } },
};
const hook: Step = { type: base('webhook'), parameters: { path: 'x' } };
const choice: Step = {
  type: base('if'),
  parameters: {
    conditions: {
      conditions: [{ leftValue: '={{ $json.tag }}', operator: { operation: 'equals' }, rightValue: 'vip' }],
    },
  },
};

const clock: Step = {
  type: base('scheduleTrigger'),
  parameters: { rule: { interval: [{ field: 'hours' }] } },
};
const stock: Step = { type: base('googleSheets'), parameters: { operation: 'read', sheetName: 'stock' } };
const people: Step = {
  type: base('googleSheets'),
  parameters: { operation: 'read', sheetName: 'customers' },
};
const reminder: Step = {
  type: base('gmail'),
  parameters: { sendTo: '={{ $json.email }}', subject: 'Your appointment', message: 'A reminder.' },
};
const notice: Step = {
  type: base('slack'),
  parameters: { select: 'channel', channelId: 'C1', text: '={{ $json.question }}' },
};
const inARow = (count: number): Link[] => Array.from({ length: count - 1 }, (_, at): Link => [at, at + 1]);
/** The steps of `pattern` again and again, one behind the other. */
const inTurn =
  (first: Step, pattern: readonly Step[]) =>
  (size: number): unknown =>
    workflow([first, ...fill(size - 1, (at) => pattern[at % pattern.length] ?? set)], inARow(size));

const mixed = [set, mail, choice, answer, agent];
const pick = (at: number): Step => mixed[at % mixed.length] ?? set;

/** Shapes in which a careless walk costs more than the flow is large. */
const shapes: Readonly<Record<string, (size: number) => unknown>> = {
  'one long row': (size) => workflow([chat, ...fill(size - 1, pick)], inARow(size)),
  'a ring with a start': (size) =>
    workflow([chat, ...fill(size - 1, pick)], [...inARow(size), [size - 1, 1]]),
  'one step that leads to all': (size) =>
    workflow(
      [hook, ...fill(size - 1, () => mail)],
      fill(size - 1, () => set).map((_, at): Link => [0, at + 1]),
    ),
  'all lead to one step': (size) =>
    workflow(
      [...fill(size - 1, () => hook), mail],
      fill(size - 1, () => set).map((_, at): Link => [at, size - 1]),
    ),
  'many starts before one row': (size) =>
    workflow(
      [...fill(size / 2, () => chat), ...fill(size / 2, pick)],
      [
        ...fill(size / 2, () => set).map((_, at): Link => [at, size / 2]),
        ...inARow(size / 2).map(([from, to]): Link => [from + size / 2, to + size / 2]),
      ],
    ),
  'an agent with many tools': (size) =>
    workflow(
      [chat, agent, ...fill(size - 2, () => answer)],
      [[0, 1], ...fill(size - 2, () => set).map((_, at): Link => [at + 2, 1, 'ai_tool'])],
    ),
  'tools of tools of tools': (size) =>
    workflow(
      [chat, ...fill(size - 1, () => agent)],
      [[0, 1], ...fill(size - 2, () => set).map((_, at): Link => [at + 2, at + 1, 'ai_tool'])],
    ),
  'branches that meet again and again': (size) =>
    workflow(
      [chat, ...fill(size - 1, (at) => (at % 3 === 0 ? choice : mail))],
      fill(size - 1, () => set).flatMap((_, at): Link[] =>
        at + 2 < size
          ? [
              [at, at + 1],
              [at, at + 2],
            ]
          : [[at, at + 1]],
      ),
    ),
  'stock that is watched at every turn': inTurn(clock, [stock, choice]),
  'a list read before every message': inTurn(clock, [people, reminder]),
  'a colleague told after every answer': inTurn(chat, [agent, notice, answer]),
};

/** How often anything is looked up while a flow is judged. */
const lookUps = (made: unknown): number => {
  const flow = flowOf(made);
  let count = 0;
  const counting = <T extends object>(target: T): T =>
    new Proxy(target, {
      get: (object, key, receiver) => {
        count += 1;
        return Reflect.get(object, key, receiver) as unknown;
      },
    });
  const watched: Flow = { ...flow, steps: counting(flow.steps), links: counting(flow.links) };
  judged(watched);
  return count;
};

describe.each(Object.entries(shapes))('%s', (_, shape) => {
  it('costs twice as much when it is twice as large, not four times', () => {
    const small = lookUps(shape(600));
    const large = lookUps(shape(1200));
    expect(small).toBeGreaterThan(600);
    expect(large / small).toBeLessThan(2.7);
  });
});
