import { builtInProfile } from '@plumbline/core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { exampleFlows, importable, type Workflow } from './example-flows.ts';
import { repairedIfKnown } from './repaired.ts';
import { type N8n, startN8n } from './run-n8n.ts';

interface NodeType {
  readonly name: string;
  readonly version: number | readonly number[];
}

const examples = exampleFlows();

/** Types that neither n8n nor we bring, with the reason an example may use them. None so far. */
const fromTheCommunity: ReadonlySet<string> = new Set();

let n8n: N8n;
let known: ReadonlySet<string>;
beforeAll(async () => {
  n8n = await startN8n(inject('n8n'), {}, inject('nodes'));
  const types = (await n8n.types()).json as NodeType[];
  known = new Set(types.flatMap(({ name, version }) => [version].flat().map((each) => `${name} ${each}`)));
});
afterAll(() => n8n?.close());

it('finds the examples', () => {
  expect(examples.length).toBeGreaterThan(100);
});

const imports = async (workflow: Workflow): Promise<void> => {
  const missing = workflow.nodes
    .map(({ type, typeVersion }) => `${type} ${typeVersion}`)
    .filter((each) => !known.has(each) && !fromTheCommunity.has(each));
  expect(missing).toEqual([]);
  const made = await n8n.api('POST', '/workflows', importable(workflow));
  expect(`${made.status} ${made.text.slice(0, 300)}`).toMatch(/^200 /);
  const { id } = made.json as { id: string };
  const kept = await n8n.editor('GET', `/workflows/${id}`);
  const { data } = kept.json as { data: { nodes: unknown[]; connections: unknown } };
  expect(data.nodes).toHaveLength(workflow.nodes.length);
  expect(data.connections).toEqual(workflow.connections);
};

describe('every example flow of the repository', () => {
  it.each(examples.map(({ path, workflow }) => [path, workflow] as const))('%s imports', (_, workflow) =>
    imports(workflow),
  );
});

describe('what repair makes of them', () => {
  const profile = builtInProfile();
  const mended = examples.flatMap(({ path, workflow }) => {
    const fresh = path.includes('/fail-') ? repairedIfKnown(workflow, profile) : null;
    return fresh === null ? [] : [[path, fresh] as const];
  });

  it('is more than a few', () => {
    expect(mended.length).toBeGreaterThan(20);
  });

  it.each(mended)('%s imports', (_, workflow) => imports(workflow));
});
