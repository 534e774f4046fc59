import { expect, it } from 'vitest';
import { placeholderIn, problemsOf } from './example-file.ts';

const workflow = {
  name: 'Order confirmation',
  nodes: [
    {
      id: 'a1',
      name: 'New order',
      type: 'n8n-nodes-base.webhook',
      typeVersion: 2,
      position: [0, 0],
      parameters: { path: 'orders' },
    },
    {
      id: 'a2',
      name: 'Confirm',
      type: 'n8n-nodes-base.gmail',
      typeVersion: 2.1,
      position: [220, 0],
      parameters: { sendTo: '={{ $json.body.email }}', message: 'Your loaf is reserved.' },
    },
  ],
  connections: { 'New order': { main: [[{ node: 'Confirm', type: 'main', index: 0 }]] } },
  meta: { expects: { verdict: 'fail', steps: ['Confirm'] } },
};

const problems = (text: string, file = 'fail-plain.json') => problemsOf({ check: 'some-check', file, text });
const changed = (from: string, to: string): string => {
  const text = JSON.stringify(workflow);
  if (!text.includes(from)) throw new Error(`${from} does not stand in the example`);
  return text.replace(from, to);
};

it('takes a complete example', () => {
  expect(problems(JSON.stringify(workflow))).toEqual([]);
});

it.each([
  ['an unfilled text', changed('Your loaf is reserved.', 'TODO write this'), 'placeholder'],
  ['an unknown node type', changed('n8n-nodes-base.gmail', 'n8n-nodes-base.gmial'), 'does not know'],
  ['a missing id', changed('"id":"a1",', ''), 'id'],
  ['a missing position', changed('"position":[0,0],', ''), 'position'],
  ['a missing version', changed('"typeVersion":2,', ''), 'typeVersion'],
  ['an id twice', changed('"a2"', '"a1"'), 'two steps have the id'],
  ['a name twice', changed('"name":"Confirm"', '"name":"New order"'), 'two steps are named'],
  ['a link to nothing', changed('{"node":"Confirm"', '{"node":"Confrim"'), 'which is no step'],
  ['an expected step that is none', changed('"steps":["Confirm"]', '"steps":["Send"]'), 'which is no step'],
  ['a failing example without steps', changed(',"steps":["Confirm"]', ''), 'names its `steps`'],
  ['no expectation', changed('"expects"', '"expected"'), 'expects'],
  ['a word it does not know', changed('"verdict"', '"strict":true,"verdict"'), 'strict'],
])('refuses %s', (_, text, why) => {
  expect(problems(text).join('\n')).toContain(why);
});

it('refuses a file name that disagrees with the verdict', () => {
  expect(problems(JSON.stringify(workflow), 'pass-plain.json').join('\n')).toContain('its name must be');
});

it('leaves alone what only looks like a placeholder', () => {
  expect(placeholderIn('<p>Hola a todo el mundo</p> <b>{{ $json.name }}</b>')).toBeNull();
  expect(placeholderIn('<your company>')).toBe('<your company>');
});
