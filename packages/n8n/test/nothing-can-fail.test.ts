import { builtInProfile, checkById, judge, runCheck, type Verdict, viewFlow } from '@plumbline/core';
import { describe, expect, it } from 'vitest';
import { flowOf, hash } from './judged.ts';
import { base, node } from './saying.ts';

/** Steps that follow each other, as n8n writes them. */
const wired = (nodes: readonly unknown[]): unknown => {
  const names = nodes.map((each) => (each as { name: string }).name);
  return {
    name: 'Watering the herbs',
    nodes,
    connections: Object.fromEntries(
      names
        .slice(0, -1)
        .map((name, at) => [name, { main: [[{ node: names[at + 1], type: 'main', index: 0 }]] }]),
    ),
  };
};

const verdictOn = (workflow: unknown): Verdict => {
  const check = checkById('require-error-path');
  if (check === undefined) throw new Error('require-error-path is not in the registry');
  return runCheck(check, viewFlow(flowOf(workflow)), {}).verdict;
};

const clock = node('Every morning', base('scheduleTrigger'), { rule: { interval: [{}] } });
const button = node('By hand', base('manualTrigger'), {});
const sheet = node('Write it down', base('googleSheets'), { operation: 'append' });
const fixed = node('Fixed', base('set'), {
  assignments: { assignments: [{ id: '1', name: 'herb', value: 'thyme', type: 'string' }] },
});

describe('a flow in which nothing can fail', () => {
  it.each([
    ['no steps', wired([])],
    ['a button alone', wired([button])],
    ['a clock alone', wired([clock])],
    ['a clock that leads to nothing', wired([clock, node('Nothing', base('noOp'), {})])],
    ['a note alone', wired([node('Note', base('stickyNote'), { content: 'Ask {{ $json.name }}' })])],
    ['fixed values', wired([clock, fixed])],
    ['a time to wait', wired([clock, node('Wait', base('wait'), { amount: 5 })])],
    ['steps that nothing starts', wired([fixed, sheet])],
  ])('%s: nobody has anything to learn of', (_, workflow) => {
    expect(verdictOn(workflow)).toBe('not-applicable');
  });

  it('asks nothing to be changed in an empty flow', () => {
    const judged = judge(flowOf({ nodes: [], connections: {} }), builtInProfile(), hash);
    expect(judged.findings.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
  });
});

describe('a flow in which something can fail', () => {
  it.each([
    ['a table', sheet],
    ['code', node('Code', base('code'), { jsCode: 'return $input.all();' })],
    [
      'a value that is worked out',
      node('Set', base('set'), { values: { string: [{ name: 'a', value: '={{ $json.b }}' }] } }),
    ],
    ['a stop', node('Stop', base('stopAndError'), { errorMessage: 'No herbs left' })],
    [
      'a service that translates',
      node('Translate', base('lingvaNex'), { text: 'thyme', translateTo: 'de_DE' }, 1),
    ],
  ])('%s: somebody has to learn of it', (_, step) => {
    expect(verdictOn(wired([clock, step]))).toBe('fail');
  });

  it('takes a step of an unknown kind at the head of a way for what may start it', () => {
    expect(verdictOn(wired([node('Kettle', 'n8n-nodes-kettle.kettle', {}), sheet]))).toBe('fail');
  });
});
