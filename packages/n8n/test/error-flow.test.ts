import { checkById, type Finding, type Flow, runCheck, viewFlow } from '@plumbline/core';
import { expect, it } from 'vitest';
import { readWorkflow } from '../src/index.ts';

const flowOf = (id: string, nodes: readonly object[], connections: object, settings: object = {}): Flow => {
  const read = readWorkflow({ id, name: id, nodes, connections, settings });
  if (!read.ok) throw new Error(read.message);
  return read.flow;
};

const tea = flowOf(
  'tea',
  [
    {
      name: 'Every morning',
      type: 'n8n-nodes-base.scheduleTrigger',
      typeVersion: 1.2,
      position: [0, 0],
      parameters: {},
    },
    {
      name: 'Order tea',
      type: 'n8n-nodes-base.httpRequest',
      typeVersion: 4.2,
      position: [0, 0],
      parameters: { url: 'https://tea.example' },
    },
  ],
  { 'Every morning': { main: [[{ node: 'Order tea', type: 'main', index: 0 }]] } },
  { errorWorkflow: 'alarm' },
);

const start = (type: string): object => ({
  name: 'Start',
  type,
  typeVersion: 1,
  position: [0, 0],
  parameters: {},
});
const tell = {
  name: 'Tell Maria',
  type: 'n8n-nodes-base.telegram',
  typeVersion: 1.2,
  position: [0, 0],
  parameters: { chatId: '4711', text: 'The tea order failed' },
};
const linked = { Start: { main: [[{ node: 'Tell Maria', type: 'main', index: 0 }]] } };

const answer = (others: readonly Flow[], whole: boolean): Finding => {
  const check = checkById('require-error-path');
  if (check === undefined) throw new Error('require-error-path is not in the registry');
  const flows = [tea, ...others];
  const surroundings = { flows, whole, find: (id: string) => flows.find((flow) => flow.id === id) };
  return runCheck(check, viewFlow(tea, surroundings), {});
};

it('proves an error flow that starts on failures and tells somebody', () => {
  const finding = answer([flowOf('alarm', [start('n8n-nodes-base.errorTrigger'), tell], linked)], true);
  expect(finding).toMatchObject({ verdict: 'pass', evidence: 'proven' });
  expect(finding.occurrences[0]?.witness.map((step) => step.name)).toEqual(['Start', 'Tell Maria']);
});

it('refuses an error flow that no failure can start', () => {
  const finding = answer([flowOf('alarm', [start('n8n-nodes-base.manualTrigger'), tell], linked)], true);
  expect(finding).toMatchObject({ verdict: 'fail', evidence: 'proven' });
});

it('refuses an error flow that tells nobody', () => {
  const finding = answer([flowOf('alarm', [start('n8n-nodes-base.errorTrigger')], {})], true);
  expect(finding.occurrences[0]?.message).toContain('tells nobody');
});

it('asks about an error flow that is not at hand: it may not have come yet, or lie where nobody looks', () => {
  expect(answer([], true).verdict).toBe('unknown');
  expect(answer([flowOf('other', [start('n8n-nodes-base.manualTrigger')], {})], false).verdict).toBe(
    'unknown',
  );
  expect(answer([], false)).toMatchObject({ verdict: 'pass', evidence: 'inferred' });
});
