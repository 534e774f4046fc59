import { z } from 'zod';

export const verdictSchema = z.enum(['pass', 'fail', 'unknown', 'not-applicable']).meta({
  id: 'Verdict',
  description: 'What a check says about one place, or about the flow: its worst place.',
});
export type Verdict = z.infer<typeof verdictSchema>;

export const evidenceSchema = z.enum(['proven', 'observed', 'attested', 'inferred']).meta({
  id: 'Evidence',
  description:
    'How the verdict is known: read off the graph, seen at run time, said by a named person, or inferred from wording.',
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const stepRefSchema = z
  .object({ id: z.string(), name: z.string() })
  .meta({ id: 'StepRef', description: 'A step of the flow, by id and name.' });
export type StepRef = z.infer<typeof stepRefSchema>;

export const occurrenceSchema = z
  .object({
    key: z
      .string()
      .meta({ description: 'Stable over edits that do not touch this place; waivers are bound to it.' }),
    verdict: verdictSchema,
    evidence: evidenceSchema,
    steps: z.array(stepRefSchema).meta({ description: 'The steps this is about.' }),
    witness: z
      .array(stepRefSchema)
      .meta({ description: 'The path that proves it: the way there is, or the way that never arrives.' }),
    message: z.string().meta({ description: 'What holds or what is wrong for whom, then what to do.' }),
    adjustment: z.string().optional().meta({ description: 'What to change, in a few words.' }),
    question: z
      .string()
      .optional()
      .meta({ description: 'For `unknown`: the one question a person can answer.' }),
    serves: z
      .boolean()
      .optional()
      .meta({ description: 'This place does not only keep the value, it serves it.' }),
  })
  .meta({ id: 'Occurrence' });
export type Occurrence = z.infer<typeof occurrenceSchema>;

/** A check's answer to one flow under one set of options. Holds nothing of profile, waivers or attestations. */
export interface Finding {
  readonly check: string;
  /** Canonical text of the options it was asked with; with `check` it identifies the finding within a flow. */
  readonly options: string;
  readonly verdict: Verdict;
  readonly evidence: Evidence;
  readonly occurrences: readonly Occurrence[];
}

const severity: Record<Verdict, number> = { fail: 3, unknown: 2, pass: 1, 'not-applicable': 0 };
const strength: Record<Evidence, number> = { proven: 3, observed: 2, attested: 1, inferred: 0 };

/** The worst verdict: `fail` > `unknown` > `pass` > `not-applicable`; of nothing, `not-applicable`. */
export const worst = (verdicts: Iterable<Verdict>): Verdict => {
  let result: Verdict = 'not-applicable';
  for (const verdict of verdicts) if (severity[verdict] > severity[result]) result = verdict;
  return result;
};

/** Does `one` weigh more than `other`: a worse verdict, or the same one better known? */
export const isGraver = (one: Occurrence, other: Occurrence): boolean =>
  severity[one.verdict] === severity[other.verdict]
    ? strength[one.evidence] > strength[other.evidence]
    : severity[one.verdict] > severity[other.verdict];

/** The strongest grade that carries the verdict: one proven fault is enough for a proven fail. */
export const evidenceFor = (
  verdict: Verdict,
  occurrences: readonly Pick<Occurrence, 'verdict' | 'evidence'>[],
): Evidence => {
  let result: Evidence = 'inferred';
  for (const occurrence of occurrences) {
    if (occurrence.verdict === verdict && strength[occurrence.evidence] > strength[result])
      result = occurrence.evidence;
  }
  return result;
};

/** What a person is asked at a place that the file cannot tell. */
export const questionOf = ({ question, message }: Pick<Occurrence, 'question' | 'message'>): string =>
  question ?? message;
