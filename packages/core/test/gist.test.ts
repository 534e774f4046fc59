import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  assess,
  evidenceFor,
  evidenceSchema,
  type Finding,
  gistOf,
  type Overlays,
  placeOf,
  profileSchema,
  said,
  verdictSchema,
  worst,
} from '../src/index.ts';

const keys = ['a', 'b', 'c', 'd'];
const checks = ['require-a-person', 'require-opt-out'];
const steps = [{ id: '1', name: 'Chat' }];

const places = fc.uniqueArray(
  fc.record(
    {
      key: fc.constantFrom(...keys),
      verdict: fc.constantFrom(...verdictSchema.options),
      evidence: fc.constantFrom(...evidenceSchema.options),
      message: fc.constantFrom('one', 'two'),
      adjustment: fc.constantFrom('Add it', 'Move it'),
      question: fc.constantFrom('Who reads it?', 'Who answers?'),
      serves: fc.boolean(),
      steps: fc.constant(steps),
      witness: fc.constant(steps),
    },
    { requiredKeys: ['key', 'verdict', 'evidence', 'message', 'steps', 'witness'] },
  ),
  { selector: ({ key }) => key, maxLength: keys.length },
);

const findings = fc.tuple(...checks.map(() => places)).map((all) =>
  all.map((occurrences, at): Finding => {
    const verdict = worst(occurrences.map((each) => each.verdict));
    return {
      check: checks[at] ?? '',
      options: '{}',
      verdict,
      evidence: occurrences.length === 0 ? 'proven' : evidenceFor(verdict, occurrences),
      occurrences,
    };
  }),
);

const profiles = fc
  .record({
    enforcement: fc.constantFrom('observe', 'warn', 'approve', 'block'),
    waivers: fc.constantFrom('allowed', 'forbidden'),
  })
  .map((commitment) =>
    profileSchema.parse({
      profile: 1,
      name: 'Corner Bakery',
      values: [
        {
          id: 'customer-intimacy',
          title: 'Customer intimacy',
          commitments: [
            { id: 'reach-us', promise: 'You can reach us', checks: [{ check: checks[0] }], ...commitment },
            {
              id: 'wanted',
              promise: 'We write to nobody who does not want it',
              checks: checks.map((check) => ({ check })),
              practices: [{ id: 'voice', title: 'We read what we send' }],
            },
          ],
        },
      ],
    }),
  );

const overlays = fc
  .record({
    waived: fc.subarray(keys),
    attested: fc.uniqueArray(fc.tuple(fc.constantFrom(...keys), fc.boolean()), { selector: ([key]) => key }),
    vouched: fc.boolean(),
  })
  .map(({ waived, attested, vouched }): Overlays => {
    const place = (key: string): string => placeOf({ options: '{}' }, { key });
    return {
      waived: new Set(waived.map(place)),
      attested: new Map(attested.map(([key, holds]) => [place(key), { holds, by: 'Maria' }])),
      attestedPractices: new Set(vouched ? ['voice'] : []),
    };
  });

it('leads to the same standing, cells and places as the findings themselves, whatever people have added', () => {
  fc.assert(
    fc.property(findings, profiles, overlays, (found, profile, added) => {
      const full = assess(profile, 'chatbot', found, added);
      const short = assess(profile, 'chatbot', found.map(gistOf), added);
      expect([short.standing, short.cells]).toEqual([full.standing, full.cells]);
      expect(said(profile, short, [], added)).toEqual(said(profile, full, [], added));
    }),
    { numRuns: 2_000 },
  );
});

it('keeps steps and witness of an open place, and no place that is kept', () => {
  const place = (key: string, verdict: 'pass' | 'fail' | 'unknown', serves?: true) => ({
    key,
    verdict,
    evidence: 'proven' as const,
    steps,
    witness: steps,
    message: key,
    ...(serves === undefined ? {} : { serves }),
  });
  const occurrences = [
    place('broken', 'fail'),
    place('open', 'unknown'),
    place('kept', 'pass'),
    place('served', 'pass', true),
  ];
  const gist = gistOf({
    check: 'require-a-person',
    options: '{}',
    verdict: 'fail',
    evidence: 'proven',
    occurrences,
  });
  expect(gist.occurrences.map((each) => [each.key, 'steps' in each, 'witness' in each])).toEqual([
    ['broken', false, false],
    ['open', true, true],
    ['served', false, false],
  ]);
});
