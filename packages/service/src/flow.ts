import { cellSchema, findingSchema, flowKinds, standings } from '@plumbline/core';
import { flowStates } from '@plumbline/store';
import { z } from 'zod';

export const flowStateSchema = z
  .enum(flowStates)
  .meta({ id: 'FlowState', description: '`published`: what runs. `draft`: kept beside it.' });

export const flowAddress = {
  business: z.string().min(1).max(200),
  source: z
    .string()
    .min(1)
    .max(80)
    .meta({ description: '`n8n`, or `n8n-` and a name of yours.', example: 'n8n' }),
  id: z.string().min(1).max(200),
};

export const flowHeadSchema = z
  .object({
    source: z.string(),
    id: z.string(),
    state: flowStateSchema,
    name: z.string(),
    revision: z.int().meta({ description: 'Rises when what the flow does, or its name, changes.' }),
    fingerprint: z.string(),
    closure: z.string().meta({ description: 'Fingerprint of the flow with everything it leans on.' }),
    updatedAt: z.iso.datetime(),
    removedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'FlowHead' });
export type FlowHeadView = z.infer<typeof flowHeadSchema>;

export const evaluationSchema = z
  .object({
    state: z.enum(['done', 'pending']),
    href: z.string().meta({ description: 'Where the findings stand, or will.' }),
  })
  .meta({ id: 'Evaluation' });
export type Evaluation = z.infer<typeof evaluationSchema>;

export const failureSchema = z
  .object({
    check: z.string().nullable().meta({ description: 'null: the flow could not even be looked at.' }),
    error: z.string(),
  })
  .meta({
    id: 'EvaluationFailure',
    description: 'A fault of ours while judging this flow. Others are not affected.',
  });

const overlaySchema = z
  .object({
    id: z.string(),
    kind: z.enum(['attestation', 'waiver']),
    keys: z.array(z.string()).meta({ description: 'Keys of the occurrences it speaks of.' }),
    by: z.string(),
    comment: z.string().meta({ description: 'Reason, or answer, in their words.' }),
    holds: z.boolean().nullable().meta({ description: 'Of an answer: the promise is kept there, or not.' }),
    until: z.iso.datetime().nullable(),
    lapsed: z.enum(['time', 'changed', 'not-asked']).nullable().meta({
      description:
        'null: it counts. Else its time is over, what it spoke of was changed, or nothing is asked there any more.',
    }),
  })
  .meta({ id: 'OverlayOnFlow', description: 'What somebody has added to what was found.' });
export type OverlayView = z.infer<typeof overlaySchema>;

/** What is known of one version of a flow under the current profile. */
export const judgedSchema = flowHeadSchema
  .omit({ removedAt: true })
  .extend({
    kind: z.enum([...flowKinds, 'unknown']),
    customerFacing: z.union([z.boolean(), z.literal('unknown')]),
    standing: z.enum(standings),
    cells: z.array(cellSchema),
    evaluation: evaluationSchema,
    failures: z.array(failureSchema),
    overlays: z.array(overlaySchema),
  })
  .meta({ id: 'JudgedFlow' });
export type JudgedFlow = z.infer<typeof judgedSchema>;

const judgedFindingSchema = findingSchema
  .extend({
    accepted: z
      .array(z.object({ key: z.string(), commitments: z.array(z.string()) }))
      .meta({ description: 'Places that are accepted for now, and for which of the promises behind it.' }),
  })
  .meta({ id: 'JudgedFinding' });

export const judgedInFullSchema = judgedSchema
  .extend({ findings: z.array(judgedFindingSchema) })
  .meta({ id: 'JudgedFlowInFull' });
export type JudgedInFull = z.infer<typeof judgedInFullSchema>;

/** Path of a flow in the API. */
export const flowHref = (business: string, source: string, id: string): string =>
  `/v1/businesses/${[business, 'flows', source, id].map(encodeURIComponent).join('/')}`;

export const matrixHref = (business: string): string =>
  `/v1/businesses/${encodeURIComponent(business)}/matrix`;
