import { expect, it } from 'vitest';
import { answersTo } from './judged.ts';

const size = 20 * 1024 * 1024;
const flow = (parameters: unknown, type = 'n8n-nodes-base.gmail'): string =>
  JSON.stringify({
    nodes: [
      { name: 'Start', type: 'n8n-nodes-base.webhook', typeVersion: 2, parameters: { path: 'x' } },
      { name: 'Step', type, typeVersion: 2, parameters },
    ],
    connections: { Start: { main: [[{ node: 'Step', type: 'main', index: 0 }]] } },
  });

const many = (count: number): string => {
  const nodes = Array.from({ length: count }, (_, at) => ({
    id: `${at}`,
    name: `S${at}`,
    type:
      at === 0
        ? 'n8n-nodes-base.telegramTrigger'
        : at % 2 === 0
          ? 'n8n-nodes-base.set'
          : 'n8n-nodes-base.noOp',
    typeVersion: 3,
    parameters: { note: 'x'.repeat(400) },
  }));
  const connections = Object.fromEntries(
    Array.from({ length: count - 1 }, (_, at) => [
      `S${at}`,
      { main: [[{ node: `S${at + 1}`, type: 'main', index: 0 }]] },
    ]),
  );
  return JSON.stringify({ nodes, connections });
};

/** 20 MB each; that they come back at all, within the time limit of the suite, is the test. */
it.each([
  [
    'one text of words',
    flow({ sendTo: 'a@corner.example', subject: 'x', message: 'Dear friend, '.repeat(size / 13) }),
  ],
  [
    'one expression',
    flow({ sendTo: '={{ $json.email }}', subject: 'x', message: `=${'{{ $json.a }} '.repeat(size / 14)}` }),
  ],
  ['one piece of code', flow({ jsCode: 'const a = $json.b;\n'.repeat(size / 19) }, 'n8n-nodes-base.code')],
  [
    'one body of a call',
    flow(
      {
        method: 'POST',
        url: 'https://api.telegram.org/bot1/sendMessage',
        sendBody: true,
        jsonBody: '"text": "x", '.repeat(size / 13),
      },
      'n8n-nodes-base.httpRequest',
    ),
  ],
  [
    'a list of very many values',
    flow(
      { values: { string: Array.from({ length: 700_000 }, (_, at) => ({ name: `n${at}`, value: 'x' })) } },
      'n8n-nodes-base.set',
    ),
  ],
  ['thirty thousand steps in a row', many(30_000)],
])('%s is answered', (_, text) => {
  expect(text.length).toBeGreaterThan(size * 0.6);
  const answers = answersTo(text);
  expect(answers.map((answer) => answer.ok)).toEqual([true]);
});
