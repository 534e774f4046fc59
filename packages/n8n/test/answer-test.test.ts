import { checkById, type Finding, runCheck, viewFlow } from '@plumbline/core';
import { expect, it } from 'vitest';
import { flowOf } from './judged.ts';
import { base, node } from './saying.ts';

type Named = { readonly name: string };
type Link = readonly [from: string, to: string, output?: number];

const step = (name: string, type: string, parameters: object, version = 1): Named => ({
  ...(node(name, type, parameters, version) as object),
  name,
});

const connections = (links: readonly Link[]): object => {
  const found: Record<string, { main: unknown[][] }> = {};
  for (const [from, to, output = 0] of links) {
    const leaving = found[from] ?? { main: [[], []] };
    found[from] = leaving;
    leaving.main[output]?.push({ node: to, type: 'main', index: 0 });
  }
  return found;
};

const ask = (chat: string, name = 'Good?'): Named =>
  step(name, base('telegram'), {
    operation: 'sendAndWait',
    chatId: chat,
    message: 'Shall this be posted?',
    approvalOptions: { values: { approvalType: 'double' } },
  });

const keep = step('Keep the picture', base('googleDrive'), { name: 'bread.png', driveId: 'd1' }, 3);
const fetched = step('Fetch the picture', base('googleDrive'), { operation: 'download', fileId: 'f1' }, 3);

/** A bakery's post: it waits for a yes, while the picture comes to the same test by a way of its own. */
const posting = (
  { gate = ask('4711'), beside = fetched, field = '={{ $json.data.approved }}' },
  more: readonly Link[] = [],
): Finding => {
  const check = checkById('require-review-of-ai-message');
  if (check === undefined) throw new Error('require-review-of-ai-message is not in the registry');
  const nodes = [
    step('Every morning', base('scheduleTrigger'), { rule: { interval: [{}] } }, 1.2),
    step(
      'Write',
      '@n8n/n8n-nodes-langchain.chainLlm',
      { promptType: 'define', text: 'Write about bread' },
      1.5,
    ),
    step('Paint', '@n8n/n8n-nodes-langchain.googleGemini', {
      resource: 'image',
      prompt: '={{ $json.text }}',
    }),
    gate,
    keep,
    beside,
    step(
      'Yes?',
      base('if'),
      {
        conditions: {
          options: { version: 2 },
          combinator: 'and',
          conditions: [
            {
              id: '1',
              leftValue: field,
              rightValue: '',
              operator: { type: 'boolean', operation: 'true', singleValue: true },
            },
          ],
        },
      },
      2.2,
    ),
    step('Post', base('twitter'), { text: "={{ $('Write').item.json.text }}" }, 2),
  ];
  const workflow = {
    name: 'Bread of the day',
    nodes,
    connections: connections([
      ['Every morning', 'Write'],
      ['Write', 'Paint'],
      ['Paint', gate.name],
      ['Paint', keep.name],
      [keep.name, beside.name],
      [gate.name, 'Yes?'],
      [beside.name, 'Yes?'],
      ['Yes?', 'Post'],
      ...more,
    ]),
  };
  return runCheck(check, viewFlow(flowOf(workflow)), {});
};

it('sees that a way beside the question ends at the test of the answer', () => {
  const finding = posting({});
  expect(finding).toMatchObject({ verdict: 'pass', evidence: 'proven' });
  expect(finding.occurrences[0]?.message).toContain('only after one of you said yes at `Good?`');
});

it.each([
  ['code, which may say yes by itself', { beside: step('Decide', base('code'), { jsCode: 'return []' }, 2) }],
  ['another system', { beside: step('Decide', base('httpRequest'), { url: 'https://yes.example' }, 4.2) }],
  [
    'a table, in which a yes may stand',
    { beside: step('Read', base('postgres'), { operation: 'select' }, 2.5) },
  ],
  ['a test of another field', { field: '={{ $json.ready }}' }],
  ['a test that is turned round', { field: '={{ !$json.data.approved }}' }],
])('still sees the way beside the question where it has %s', (_, parts) => {
  expect(posting(parts).verdict).toBe('fail');
});

it('still sees a no that goes on, and a way around the test', () => {
  expect(posting({}, [['Yes?', 'Post', 1]]).verdict).toBe('fail');
  expect(posting({}, [['Fetch the picture', 'Post']]).verdict).toBe('fail');
});

it('does not hold by a question that is put to an unknown person', () => {
  expect(posting({ gate: ask('={{ $json.somebody }}') }).verdict).not.toBe('pass');
  expect(posting({ beside: ask('={{ $json.somebody }}', 'Like it?') }).verdict).not.toBe('pass');
});
