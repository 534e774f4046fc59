import { builtInProfile, type Flow, judge } from '@plumbline/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fault, repairable, repairWorkflow } from '../src/index.ts';
import { examplesOf } from './example-file.ts';
import { flowOf, hash } from './judged.ts';
import { wildWorkflow } from './wild-graph.ts';

const profile = builtInProfile();
const faultsOf = (flow: Flow): readonly Fault[] =>
  judge(flow, profile, hash).findings.flatMap(({ check, occurrences }) =>
    occurrences.filter((each) => each.verdict === 'fail').map((occurrence) => ({ check, occurrence })),
  );

interface Edge {
  readonly node: string;
}

interface Workflow extends Record<string, unknown> {
  readonly nodes: readonly { readonly id: string; readonly name: string; readonly position: unknown }[];
  readonly connections: Readonly<Record<string, Readonly<Record<string, readonly (readonly Edge[])[]>>>>;
}

const repaired = (text: string, check: string) => {
  const before = JSON.parse(text) as Workflow;
  const kept = structuredClone(before);
  const own = (flow: Flow) => faultsOf(flow).filter((each) => each.check === check);
  const result = repairWorkflow(before, profile, own);
  expect(before).toEqual(kept);
  return { before, after: result.workflow as Workflow, done: result.done, faults: own };
};

/** Faults that no added part mends: the flow says the wrong thing rather than nothing. */
const beyond = new Set([
  'require-opt-out/fail-link-hits-another-step.json',
  'require-opt-out/fail-link-leads-nowhere.json',
  'require-opt-out/fail-link-of-the-first-subscriber.json',
  'require-opt-out/fail-stop-confirmed-not-enforced.json',
  'require-suppression/fail-one-way-goes-around.json',
]);

const failing = repairable.flatMap((check) =>
  examplesOf(check)
    .filter(({ file }) => file.startsWith('fail-'))
    .map((each) => [`${check}/${each.file}`, each] as const),
);

describe.each(failing)('%s', (name, { check, text }) => {
  const { before, after, done, faults } = repaired(text, check);

  it(beyond.has(name) ? 'is left as it is' : 'is mended, and says what a person must still do', () => {
    if (beyond.has(name)) {
      expect(after).toEqual(before);
      return;
    }
    expect(done).not.toEqual([]);
    expect(done.flatMap((each) => each.fillIn)).not.toEqual([]);
    expect(faults(flowOf(after))).toEqual([]);
  });

  it('breaks no other promise', () => {
    const others = (flow: Flow) => faultsOf(flow).filter((each) => each.check !== check);
    const keys = (workflow: Workflow) => others(flowOf(workflow)).map(({ occurrence }) => occurrence.key);
    expect(keys(before)).toEqual(expect.arrayContaining(keys(after)));
  });

  it('keeps every node in its place, and lays none over another', () => {
    for (const node of before.nodes)
      expect(after.nodes.find((each) => each.id === node.id)).toMatchObject({
        name: node.name,
        position: node.position,
      });
    const added = after.nodes.filter((node) => !before.nodes.some((each) => each.id === node.id));
    for (const node of added) {
      const [x, y] = node.position as [number, number];
      const near = after.nodes.filter((other) => {
        const [otherX, otherY] = other.position as [number, number];
        return other !== node && Math.abs(otherX - x) < 180 && Math.abs(otherY - y) < 140;
      });
      expect(near.map((each) => each.name)).toEqual([]);
    }
  });

  it('keeps every link, or puts a step of its own on the way', () => {
    const between = (edge: Edge): Edge => {
      const added = !before.nodes.some((node) => node.name === edge.node);
      return (added ? after.connections[edge.node]?.['main']?.[0]?.[0] : undefined) ?? edge;
    };
    for (const [from, kinds] of Object.entries(before.connections))
      for (const [kind, outputs] of Object.entries(kinds))
        outputs.forEach((edges, output) => {
          const now = (after.connections[from]?.[kind]?.[output] ?? []).map(between);
          expect(now).toEqual(expect.arrayContaining([...edges]));
        });
  });

  it('is repaired alike twice', () => {
    expect(repaired(text, check).after).toEqual(after);
  });
});

describe('whatever the flow', () => {
  const spoilt = fc.record({
    position: fc.oneof(
      fc.constant(undefined),
      fc.constant('here'),
      fc.tuple(fc.double(), fc.double()),
      fc.constant([null, 'x']),
    ),
    name: fc.constantFrom('__proto__', 'constructor', '', 'Step'),
  });

  it('never fails, never changes what it was given, and only adds', () => {
    fc.assert(
      fc.property(wildWorkflow(8), spoilt, (wild, { position, name }) => {
        const [first, ...rest] = wild.nodes;
        const nodes = first === undefined ? [] : [{ ...first, name, position }, ...rest, null];
        const given = JSON.parse(JSON.stringify({ ...wild, nodes })) as Workflow;
        const kept = structuredClone(given);
        const { workflow } = repairWorkflow(given, profile, faultsOf);
        expect(given).toEqual(kept);
        const ids = (each: Workflow) => each.nodes.map((node) => node?.id);
        expect(ids(workflow as Workflow).slice(0, given.nodes.length)).toEqual(ids(given));
        expect({}).not.toHaveProperty('main');
      }),
      { numRuns: 150 },
    );
  });
});
