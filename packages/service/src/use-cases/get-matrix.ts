import { checksVersion, type Standing, standings } from '@plumbline/core';
import { type FlowHead, flowCursor, type StoreView } from '@plumbline/store';
import { z } from 'zod';
import { businessIdSchema, businessSchema } from '../business.ts';
import type { Call } from '../context.ts';
import { type JudgedFlow, judgedSchema } from '../flow.ts';
import { judgedView, keptOf, overlaid } from '../judged-view.ts';
import { parseInput } from '../parse-input.ts';
import { profileUsed, profileUsedSchema } from '../profile.ts';
import { wantedBy } from '../questions.ts';
import { readIn } from '../scope.ts';

export const getMatrixInput = z.strictObject({ business: businessIdSchema });

export const progressSchema = z
  .object({
    flows: z.int(),
    done: z.int(),
    missing: z.int(),
    failed: z
      .int()
      .meta({ description: 'Judged as far as it went; something failed on our side and is parked.' }),
  })
  .meta({
    id: 'Progress',
    description: 'How many current flows have answers to everything the profile asks.',
  });

export const matrixRowSchema = judgedSchema
  .extend({ draft: judgedSchema.nullable() })
  .meta({ id: 'MatrixRow' });

export const matrixSchema = z
  .object({
    business: businessSchema,
    profile: profileUsedSchema.nullable().meta({ description: 'null: this business has no profile yet.' }),
    checks: z.object({ version: z.string() }),
    values: z.array(z.object({ id: z.string(), title: z.string() })),
    flows: z.array(matrixRowSchema),
    standings: z.record(z.enum(standings), z.int()),
    evaluation: progressSchema,
  })
  .meta({ id: 'Matrix', description: 'Every current flow against every value of the profile.' });
export type Matrix = z.infer<typeof matrixSchema>;
type Row = Matrix['flows'][number];

const pageSize = 500;

const allHeads = async (view: StoreView): Promise<readonly FlowHead[]> => {
  const heads: FlowHead[] = [];
  for (let page = await view.flows({ limit: pageSize }); ; ) {
    heads.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return heads;
    page = await view.flows({ limit: pageSize, after: flowCursor(last) });
  }
};

/** One row a flow: the published version with its draft beside it, or the draft alone. */
const rowsOf = (judged: readonly JudgedFlow[]): readonly Row[] => {
  const drafts = new Map<string, JudgedFlow>();
  const rows = new Map<string, Row>();
  for (const flow of judged) {
    const key = JSON.stringify([flow.source, flow.id]);
    if (flow.state === 'draft') drafts.set(key, flow);
    const draft = flow.state === 'published' ? (drafts.get(key) ?? null) : null;
    rows.set(key, { ...flow, draft });
  }
  return [...rows.values()];
};

/** The alignment matrix of a business. Needs `read`. */
export const getMatrix = async ({ ctx, input }: Call<z.input<typeof getMatrixInput>>): Promise<Matrix> => {
  const { business: id } = parseInput(getMatrixInput, input);
  return readIn(ctx, id, 'read', async (view, business) => {
    const profile = await view.profile();
    const kept = await overlaid(ctx, view, await keptOf(view, await allHeads(view), profile));
    const rows = rowsOf(kept.map((each) => judgedView(id, each, profile)));
    const progress = await view.progress(wantedBy(profile));
    const counts = Object.fromEntries(standings.map((each) => [each, 0])) as Record<Standing, number>;
    for (const row of rows) counts[row.standing] += 1;
    return {
      business,
      profile: profile === undefined ? null : profileUsed(profile),
      checks: { version: checksVersion },
      values: (profile?.profile.values ?? []).map((value) => ({ id: value.id, title: value.title })),
      flows: [...rows],
      standings: counts,
      evaluation: { ...progress, done: progress.flows - progress.missing },
    };
  });
};
