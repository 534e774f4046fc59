import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatWithoutPerson } from './flows.ts';
import { makeWorkspace, type Workspace } from './workspace.ts';

let work: Workspace;

const step = (name: string, type: string, parameters: object = { a: 1 }): object => ({
  id: name,
  name,
  type,
  typeVersion: 1,
  position: [0, 0],
  parameters,
});

beforeAll(async () => {
  work = await makeWorkspace();
  await work.put('known/chat.json', chatWithoutPerson());
  await work.put('flows/one.json', {
    nodes: [step('A', 'n8n-nodes-own.thing'), step('B', 'n8n-nodes-own.thing')],
    connections: {},
  });
  await work.put('flows/two.json', {
    nodes: [step('A', 'n8n-nodes-own.thing'), step('C', 'n8n-nodes-base.gmail', { operation: 'teleport' })],
    connections: {},
  });
});
afterAll(() => work.remove());

describe('plumbline catalogue', () => {
  it('says how much it knows', async () => {
    const run = await work.cli(['catalogue']);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/knows \d{3,} node types/);
  });

  it('lists what is missing, most frequent first', async () => {
    const run = await work.cli(['catalogue', '--missing', 'flows']);
    expect(run.code).toBe(0);
    const lines = run.stdout.split('\n').filter((line) => /^\s+\d/.test(line));
    expect(run.stdout).toContain('4 steps of 2 flows are not catalogued, so what they do is unknown:');
    expect(lines).toEqual([
      '     3  n8n-nodes-own.thing  (2 flows)',
      '     1  n8n-nodes-base.gmail  draft.teleport  (1 flow)',
    ]);
  });

  it('says it of one step as of one', async () => {
    await work.put('single/one.json', { nodes: [step('A', 'n8n-nodes-own.thing')], connections: {} });
    expect((await work.cli(['catalogue', '--missing', 'single'])).stdout).toContain(
      '1 step of 1 flow is not catalogued, so what it does is unknown:',
    );
  });

  it('gives the same as JSON', async () => {
    const run = await work.cli(['catalogue', '--missing', 'flows', '--format', 'json']);
    expect(JSON.parse(run.stdout)).toMatchObject({
      flows: 2,
      missing: [
        { type: 'n8n-nodes-own.thing', operation: '', steps: 3, flows: 2 },
        { type: 'n8n-nodes-base.gmail', operation: 'draft.teleport', steps: 1, flows: 1 },
      ],
    });
  });

  it('says so when nothing is missing, and when there is nothing to look at', async () => {
    expect((await work.cli(['catalogue', '--missing', 'known'])).stdout).toBe(
      'Every step of 1 flow is catalogued.\n',
    );
    const nothing = await work.cli(['catalogue', '--missing', 'nowhere']);
    expect(nothing.code).toBe(2);
    expect(nothing.stdout).toBe('');
  });
});
