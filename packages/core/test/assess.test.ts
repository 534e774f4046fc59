import { describe, expect, it } from 'vitest';
import {
  assess,
  canonical,
  type Finding,
  noOverlays,
  type Overlays,
  type Profile,
  placeOf,
  profileSchema,
} from '../src/index.ts';

type Place = Finding['occurrences'][number];

const place = (key: string, verdict: Place['verdict'], more: Partial<Place> = {}): Place => ({
  key,
  verdict,
  evidence: 'proven',
  steps: [],
  witness: [],
  message: `message of ${key}`,
  ...more,
});

const finding = (
  verdict: Finding['verdict'],
  occurrences: readonly Place[],
  more: Partial<Finding> = {},
): Finding => ({
  check: 'require-a-person',
  options: '{}',
  verdict,
  evidence: 'proven',
  occurrences,
  ...more,
});

const failing = finding('fail', [
  place('a', 'fail', { adjustment: 'Add a way to a person' }),
  place('b', 'pass'),
]);

const profile = (commitment: object = {}): Profile =>
  profileSchema.parse({
    profile: 1,
    name: 'Corner Bakery',
    values: [
      {
        id: 'customer-intimacy',
        title: 'Customer intimacy',
        commitments: [
          {
            id: 'reach-us',
            promise: 'You can reach us',
            checks: [{ check: 'require-a-person' }],
            ...commitment,
          },
        ],
      },
    ],
  });

const waived = (...keys: string[]): Overlays => ({
  ...noOverlays,
  waived: new Set(keys.map((key) => placeOf({ options: '{}' }, { key }))),
});
const attested = (key: string, holds: boolean): Overlays => ({
  ...noOverlays,
  attested: new Map([[placeOf({ options: '{}' }, { key }), { holds, by: 'Maria' }]]),
});
const standing = (commitment: object, of: Finding, overlays?: Overlays) =>
  assess(profile(commitment), 'chatbot', [of], overlays).standing;
const cell = (of: Finding, overlays?: Overlays, commitment: object = {}) =>
  assess(profile(commitment), 'chatbot', [of], overlays).cells[0];

describe('standing', () => {
  it.each([
    ['observe', 'aligned'],
    ['warn', 'needs-adjustment'],
    ['approve', 'needs-adjustment'],
    ['block', 'blocked'],
  ])('of a proven fail at %s is %s', (enforcement, due) => {
    expect(standing({ enforcement }, failing)).toBe(due);
  });

  it('is never blocked by inferred evidence alone', () => {
    expect(standing({ enforcement: 'block' }, { ...failing, evidence: 'inferred' })).toBe('needs-adjustment');
  });

  it.each([
    ['observe', 'aligned'],
    ['warn', 'needs-answers'],
    ['block', 'needs-answers'],
  ])('of an unknown at %s is %s', (enforcement, due) => {
    expect(standing({ enforcement }, finding('unknown', [place('a', 'unknown')]))).toBe(due);
  });

  it('is not assessed while an answer is missing, or nothing was asked', () => {
    expect(assess(profile(), 'chatbot', []).standing).toBe('not-assessed');
    expect(assess(profile({ checks: [] }), 'chatbot', [failing]).standing).toBe('not-assessed');
  });

  it('tells the same check under other options apart', () => {
    expect(standing({}, { ...failing, options: '{"minimum":2}' })).toBe('not-assessed');
  });
});

describe('cell', () => {
  it('says what to change', () => {
    expect(cell(failing)).toEqual({
      value: 'customer-intimacy',
      label: 'compromises',
      adjustments: ['Add a way to a person'],
    });
  });

  it.each([
    [finding('unknown', [place('a', 'unknown'), place('b', 'pass')]), 'unknown'],
    [finding('pass', [place('a', 'pass')]), 'upholds'],
    [finding('pass', [place('a', 'pass', { serves: true })]), 'enhances'],
    [finding('not-applicable', [place('a', 'not-applicable')]), 'not-touched'],
  ])('follows the verdict (%#)', (of, label) => {
    expect(cell(of)?.label).toBe(label);
  });

  it('is not lifted by what serves the value while something fails', () => {
    expect(cell(finding('fail', [place('a', 'fail'), place('b', 'pass', { serves: true })]))?.label).toBe(
      'compromises',
    );
  });
});

describe('waivers', () => {
  it('take only the occurrence they name', () => {
    const two = finding('fail', [place('a', 'fail'), place('b', 'fail')]);
    expect(standing({}, two, waived('a'))).toBe('needs-adjustment');
    expect(standing({}, two, waived('a', 'b'))).toBe('aligned');
  });

  it('leave what is unknown unknown', () => {
    const mixed = finding('fail', [place('a', 'fail'), place('b', 'unknown')]);
    expect(standing({}, mixed, waived('a'))).toBe('needs-answers');
  });

  it('of what is proven leave what is only inferred, which never blocks', () => {
    const two = finding('fail', [place('a', 'fail'), place('b', 'fail', { evidence: 'inferred' })]);
    expect(standing({ enforcement: 'block' }, two)).toBe('blocked');
    expect(standing({ enforcement: 'block' }, two, waived('a'))).toBe('needs-adjustment');
  });

  it('answer no question that came up at the same place', () => {
    const asked = finding('unknown', [place('a', 'unknown', { question: 'Who reads it?' })]);
    expect(cell(asked, waived('a'))).toMatchObject({ label: 'unknown', adjustments: ['Who reads it?'] });
  });

  it('do nothing where the commitment forbids them', () => {
    expect(standing({ enforcement: 'block', waivers: 'forbidden' }, failing, waived('a'))).toBe('blocked');
    expect(cell(failing, waived('a'), { waivers: 'forbidden' })?.adjustments).toEqual([
      'Add a way to a person',
    ]);
  });

  it('never change the finding itself', () => {
    const [shown] = assess(profile(), 'chatbot', [failing], waived('a')).findings;
    expect(shown).toMatchObject(failing);
    expect(shown?.because).toEqual([
      { value: 'customer-intimacy', commitment: 'reach-us', enforcement: 'warn', onUnknown: 'ask' },
    ]);
  });
});

describe('answers of people', () => {
  const open = finding('unknown', [place('a', 'unknown', { question: 'Who reads it?' })]);

  it('turn what is unknown into a pass or a fail, attested', () => {
    const kept = assess(profile({ enforcement: 'block' }), 'chatbot', [open], attested('a', true));
    expect(kept).toMatchObject({ standing: 'aligned', cells: [{ label: 'upholds', adjustments: [] }] });
    expect(kept.findings[0]).toMatchObject({ verdict: 'pass', evidence: 'attested' });
    const broken = assess(profile({ enforcement: 'block' }), 'chatbot', [open], attested('a', false));
    expect(broken).toMatchObject({ standing: 'blocked', cells: [{ label: 'compromises' }] });
    expect(broken.findings[0]?.occurrences[0]?.message).toMatch(/^Maria says that .* not kept here/);
  });

  it('are about the place they name, and about no fault', () => {
    expect(standing({}, open, attested('b', true))).toBe('needs-answers');
    expect(standing({}, failing, attested('a', true))).toBe('needs-adjustment');
  });

  it('are about the options that were asked', () => {
    const asked = { checks: [{ check: 'require-a-person', options: { minimum: 2 } }] };
    const other = { ...open, options: canonical({ minimum: 2 }) };
    expect(standing(asked, other, attested('a', true))).toBe('needs-answers');
  });

  it('that a promise is broken can be accepted like any fault', () => {
    const both = { ...attested('a', false), waived: waived('a').waived };
    expect(standing({ enforcement: 'block' }, open, both)).toBe('aligned');
  });

  it('never change the finding itself', () => {
    const before = structuredClone(open);
    assess(profile(), 'chatbot', [open], attested('a', false));
    expect(open).toEqual(before);
  });
});

it('asks for a practice where the kind of flow calls for it, until somebody vouches', () => {
  const practices = [{ id: 'voice', title: 'Have the voice reviewed', appliesTo: ['chatbot'] }];
  const passing = finding('pass', [place('a', 'pass')]);
  expect(cell(passing, noOverlays, { practices })?.adjustments).toEqual([
    'Have the voice reviewed (practice)',
  ]);
  const attested = { ...noOverlays, attestedPractices: new Set(['voice']) };
  expect(cell(passing, attested, { practices })?.adjustments).toEqual([]);
  expect(assess(profile({ practices }), 'social', [passing]).cells[0]?.adjustments).toEqual([]);
});
