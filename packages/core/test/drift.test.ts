import { describe, expect, it } from 'vitest';
import {
  type ChartPoint,
  chartSignal,
  compareProfiles,
  compareSnapshots,
  findCauses,
  type Known,
  type Profile,
  profileSchema,
  type Snapshot,
} from '../src/index.ts';

type Place = Snapshot['faults'][number];

const place = (key: string, more: Partial<Place> = {}): Place => ({
  key,
  check: 'require-a-person',
  value: 'intimacy',
  commitment: 'reach-us',
  enforcement: 'block',
  evidence: 'proven',
  message: `fault at ${key}`,
  question: null,
  waived: false,
  ...more,
});

const snapshot = (more: Partial<Snapshot> = {}): Snapshot => ({
  fingerprint: 'f1',
  closure: 'c1',
  reader: 'r1',
  profile: { version: 1, hash: 'p1' },
  checks: [{ check: 'require-a-person', version: 1, options: '{}' }],
  leansOn: [],
  overlays: [],
  standing: 'aligned',
  cells: [{ value: 'intimacy', label: 'upholds' }],
  faults: [],
  questions: [],
  failed: [],
  ...more,
});
const blocked = snapshot({
  standing: 'blocked',
  cells: [{ value: 'intimacy', label: 'compromises' }],
  faults: [place('a')],
});
const asking = snapshot({
  standing: 'needs-answers',
  cells: [{ value: 'intimacy', label: 'unknown' }],
  questions: [place('a', { question: 'Who reads it?' })],
});

describe('the direction of a change', () => {
  it.each([
    ['worse', snapshot(), blocked],
    ['better', blocked, snapshot()],
    ['worse', snapshot(), asking],
    ['better', blocked, asking],
    ['worse', asking, blocked],
    ['same', blocked, blocked],
    ['worse', snapshot(), snapshot({ standing: 'not-assessed' })],
    ['worse', snapshot({ standing: 'not-assessed' }), blocked],
    ['same', snapshot({ standing: 'not-assessed' }), snapshot()],
    ['worse', blocked, { ...blocked, faults: [place('a'), place('b')] }],
    ['better', { ...blocked, faults: [place('a'), place('b')] }, blocked],
  ])('is %s', (direction, before, after) => {
    expect(compareSnapshots(before, after).direction).toBe(direction);
  });

  it('is worse for a newly broken promise, even where a graver one was mended', () => {
    const after = snapshot({
      standing: 'needs-adjustment',
      cells: blocked.cells,
      faults: [place('b', { commitment: 'another', enforcement: 'warn' })],
    });
    expect(compareSnapshots(blocked, after)).toMatchObject({
      direction: 'worse',
      newFaults: [{ key: 'b' }],
      goneFaults: [{ key: 'a' }],
    });
  });

  it('is the same where a fault only moved to a copied step', () => {
    expect(compareSnapshots(blocked, { ...blocked, faults: [place('copy')] })).toMatchObject({
      direction: 'same',
      harmless: false,
    });
  });

  it('does not follow what is only observed', () => {
    const observed = snapshot({ faults: [place('a', { enforcement: 'observe' })] });
    expect(compareSnapshots(snapshot(), observed).direction).toBe('same');
  });

  it('takes an accepted fault for gone', () => {
    const waived = snapshot({ faults: [place('a', { waived: true })] });
    expect(compareSnapshots(blocked, waived)).toMatchObject({
      direction: 'better',
      goneFaults: [{ key: 'a' }],
    });
    expect(compareSnapshots(waived, blocked)).toMatchObject({
      direction: 'worse',
      newFaults: [{ key: 'a' }],
    });
  });

  it('of a first evaluation is that of its standing', () => {
    expect(compareSnapshots(null, blocked)).toMatchObject({ direction: 'worse', harmless: false });
    expect(compareSnapshots(null, snapshot())).toMatchObject({ direction: 'same', harmless: true });
  });

  it('is harmless where nothing differs in what is said', () => {
    const edited: Snapshot = { ...blocked, fingerprint: 'f2' };
    expect(compareSnapshots(blocked, edited)).toMatchObject({
      direction: 'same',
      harmless: true,
    });
  });
});

describe('causes', () => {
  const known: Known = {
    at: '2026-01-05T09:00:00.000Z',
    diff: null,
    neighbourDiffs: new Map(),
    promises: [],
    revoked: new Set(),
    titleOf: (check) => `title of ${check}`,
  };
  const kinds = (after: Partial<Snapshot>, before: Partial<Snapshot> = {}) =>
    findCauses(snapshot(before), snapshot(after), known).map(({ kind }) => kind);
  const held = {
    id: 'w',
    kind: 'waiver' as const,
    about: 'a',
    by: 'Maria',
    until: '2026-01-05T09:00:00.000Z',
  };
  const other = { id: '2', name: 'Hand over', fingerprint: 'x', as: 'sub-flow' as const };

  it('are everything that the two stand on differently', () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({ fingerprint: 'f2' })).toEqual(['flow']);
    expect(kinds({ reader: 'r2', fingerprint: 'f2' })).toEqual(['reader']);
    expect(kinds({ profile: { version: 2, hash: 'p2' } })).toEqual(['profile']);
    expect(kinds({ checks: [{ check: 'require-a-person', version: 2, options: '{}' }] })).toEqual(['checks']);
    expect(kinds({ leansOn: [other] })).toEqual(['sub-flow']);
    expect(kinds({ leansOn: [{ ...other, as: 'error-flow' }] })).toEqual(['error-flow']);
    expect(kinds({ overlays: [held] })).toEqual(['waiver-given']);
    expect(kinds({}, { overlays: [held] })).toEqual(['waiver-lapsed']);
    expect(kinds({ failed: ['require-a-person'] })).toEqual(['fault']);
    expect(kinds({ fingerprint: 'f2', profile: { version: 2, hash: 'p2' } })).toEqual(['flow', 'profile']);
  });

  it('tell a waiver that ran out from one that was taken back', () => {
    const words = (more: Partial<Known>) =>
      findCauses(snapshot({ overlays: [held] }), snapshot(), { ...known, ...more })[0]?.words;
    expect(words({})).toBe('the waiver of `Maria` ran out on 2026-01-05');
    expect(words({ revoked: new Set(['w']) })).toBe('the waiver of `Maria` was taken back');
  });
});

describe('promises that a profile states differently', () => {
  const profile = (commitment: object, more: object = {}): Profile =>
    profileSchema.parse({
      profile: 1,
      name: 'Corner',
      values: [
        {
          id: 'intimacy',
          title: 'Intimacy',
          commitments: [{ id: 'reach-us', promise: 'You can reach us', ...commitment }],
        },
      ],
      ...more,
    });
  const words = (before: Profile, after: Profile) => compareProfiles(before, after).map((each) => each.words);

  it('are named with what differs', () => {
    expect(words(profile({}), profile({ enforcement: 'block' }))).toEqual([
      'the promise “You can reach us” is now at `block`, and was at `warn`',
    ]);
    expect(words(profile({}), profile({ checks: [{ check: 'a' }] }))).toEqual([
      'the promise “You can reach us” now asks something else of flows',
    ]);
    expect(words(profile({}), profile({ id: 'other' }))).toEqual([
      'the promise “You can reach us” was added',
      'the promise “You can reach us” was taken out',
    ]);
  });

  it('are none where only words or rules of decisions differ', () => {
    expect(words(profile({}), profile({ promise: 'You can always reach us' }))).toEqual([]);
    expect(words(profile({}), profile({ rules: [{ rule: 'respect-opt-out' }] }))).toEqual([]);
    expect(words(profile({}), profile({}, { version: '2' }))).toEqual([]);
  });
});

describe('the chart of an indicator', () => {
  const chart = (...values: readonly number[]): readonly ChartPoint[] =>
    values.map((value, at) => ({ day: `2026-01-${String(at + 1).padStart(2, '0')}`, value }));
  const usual = [10, 12, 11, 9, 10, 12, 10, 11, 9, 10];

  it('has the limits of an individuals chart: mean ± 2.66 mean moving ranges', () => {
    // Ranges 2 1 2 1 2 2 1 2 1, mean 14/9; mean 10.4; limits 10.4 ± 2.66 × 14/9.
    const band = chartSignal(chart(...usual, 10))?.band;
    expect(band?.center).toBeCloseTo(10.4, 10);
    expect(band?.upper).toBeCloseTo(10.4 + (2.66 * 14) / 9, 10);
    expect(band?.lower).toBeCloseTo(10.4 - (2.66 * 14) / 9, 10);
    expect(band?.points).toBe(10);
  });

  it.each([
    [14.5, 'inside'],
    [14.6, 'above'],
    [6.3, 'inside'],
    [6.2, 'below'],
  ])('says of %d that it is %s', (value, is) => {
    expect(chartSignal(chart(...usual, value))?.is).toBe(is);
  });

  it('says nothing with too few days, nor where the figure has never moved', () => {
    expect(chartSignal(chart(...usual.slice(1), 99))).toBeNull();
    expect(chartSignal(chart(...Array.from({ length: 20 }, () => 5), 6))).toBeNull();
    expect(chartSignal([])).toBeNull();
  });
});
