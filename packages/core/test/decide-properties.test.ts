import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  compileProfile,
  type DecisionContext,
  type DecisionRequest,
  decide,
  type Profile,
  profileSchema,
} from '../src/index.ts';
import { commitments, context, profileOf, request } from './random-decisions.ts';

type Path = readonly string[];
const pathsIn = (value: unknown, before: Path = []): readonly Path[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => [
        [...before, key],
        ...pathsIn(inner, [...before, key]),
      ]);

/** A copy in which one place holds something else; undefined takes it out. */
const changed = <T>(value: T, path: Path, to: unknown): T => {
  const copy = structuredClone(value) as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  let at = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  if (to === undefined) delete at[last];
  else at[last] = to;
  return copy as T;
};

/** Places whose value says what is about to happen, so that another value is another request. */
const isQuestion = (path: Path): boolean => ['caller', 'action', 'now'].includes(path[0] ?? '');
const isWording = (path: Path): boolean =>
  path[0] === 'content' && (path[1] === 'text' || path[1] === 'said');

const garbage: readonly unknown[] = [
  null,
  '',
  '???',
  'undefined',
  Number.NaN,
  -1,
  {},
  [],
  'no such thing',
  Infinity,
];

const neverOpens = (spoil: (path: Path) => readonly unknown[]): void => {
  fc.assert(
    fc.property(commitments, request, context, (list, asked, known) => {
      const policy = compileProfile(profileOf(list), 'hash');
      const before = decide(policy, asked, known);
      if (before.kind === 'allow') return;
      for (const path of pathsIn(asked)) {
        if (isQuestion(path)) continue;
        for (const to of spoil(path)) {
          const after = decide(policy, changed(asked, path, to), known);
          expect(after.kind, `${path.join('.')} = ${String(to)}`).not.toBe('allow');
        }
      }
      for (const path of pathsIn(known)) {
        if (isQuestion(path)) continue;
        for (const to of path.at(-1) === 'freeAt' ? [undefined] : spoil(path)) {
          const after = decide(policy, asked, changed(known, path, to));
          expect(after.kind, `${path.join('.')} = ${String(to)}`).not.toBe('allow');
        }
      }
    }),
    { numRuns: 1000 },
  );
};

describe('nothing opens a door', () => {
  it('by leaving something out', () => {
    neverOpens(() => [undefined]);
  });

  it('by a value that says nothing', () => {
    neverOpens((path) => {
      if (isWording(path)) return [null, '', 7, {}];
      // Any words may be somebody's name.
      return path.at(-1) === 'reviewedBy' ? garbage.filter((each) => each !== 'no such thing') : garbage;
    });
  });

  it('by an empty profile', () => {
    const empty = compileProfile(profileSchema.parse({ profile: 1, name: 'Nobody' }), 'hash');
    fc.assert(
      fc.property(request, context, (asked, known) => {
        expect(decide(empty, asked, known).kind).toBe('no-policy');
        expect(decide(null, asked, known).kind).toBe('no-policy');
      }),
    );
  });

  it('by a request or a context that is broken', () => {
    fc.assert(
      fc.property(commitments, request, fc.anything(), (list, asked, broken) => {
        const strict = list.map((each) => ({ ...each, enforcement: 'block' }));
        const policy = compileProfile(profileOf(strict), 'hash');
        expect(decide(policy, broken as DecisionRequest, { now: 0, counters: {} }).kind).not.toBe('allow');
        const nothingKnown = decide(policy, asked, { now: 0, counters: {} });
        if (nothingKnown.kind === 'allow') return;
        expect(decide(policy, asked, broken as DecisionContext).kind).not.toBe('allow');
      }),
    );
  });

  it('by a rule that this version does not know', () => {
    const profile = profileOf([{ enforcement: 'block', rules: [{ rule: 'from-the-future' }] }]);
    fc.assert(
      fc.property(request, context, (asked, known) => {
        expect(decide(compileProfile(profile, 'hash'), asked, known).kind).toBe('needs-human');
      }),
    );
  });
});

const gravest = (answer: Answer): string =>
  ['block', 'needs-human'].find((effect) => answer.reasons.some((each) => each.effect === effect)) ?? 'open';

describe('an answer', () => {
  it('is the same for the same input, and changes none of it', () => {
    fc.assert(
      fc.property(commitments, request, context, (list, asked, known) => {
        const kept = structuredClone([asked, known]);
        const policy = compileProfile(profileOf(list), 'hash');
        const first = decide(policy, asked, known);
        expect(decide(policy, asked, known)).toEqual(first);
        expect(decide(compileProfile(profileOf(list), 'hash'), asked, known)).toEqual(first);
        expect([asked, known]).toEqual(kept);
      }),
    );
  });

  it('does not depend on the order of commitments and rules', () => {
    fc.assert(
      fc.property(
        commitments,
        fc.infiniteStream(fc.nat()),
        request,
        context,
        (list, numbers, asked, known) => {
          const stream = numbers[Symbol.iterator]();
          const shuffled = <T>(items: readonly T[]): T[] =>
            items
              .map((item) => ({ item, at: stream.next().value ?? 0 }))
              .sort((a, b) => a.at - b.at)
              .map(({ item }) => item);
          const profile = profileOf(list);
          const other: Profile = {
            ...profile,
            values: profile.values.map((value) => ({
              ...value,
              commitments: shuffled(value.commitments).map((each) => ({
                ...each,
                rules: shuffled(each.rules),
              })),
            })),
          };
          expect(decide(compileProfile(other, 'hash'), asked, known)).toEqual(
            decide(compileProfile(profile, 'hash'), asked, known),
          );
        },
      ),
    );
  });

  it('is its gravest reason', () => {
    fc.assert(
      fc.property(commitments, request, context, (list, asked, known) => {
        const answer = decide(compileProfile(profileOf(list), 'hash'), asked, known);
        if (answer.kind === 'no-policy') expect(answer.reasons).toEqual([]);
        else expect(answer.kind).toBe(gravest(answer) === 'open' ? 'allow' : gravest(answer));
        expect(answer.observed.every((each) => each.effect === 'observe')).toBe(true);
      }),
    );
  });
});
