import { compareFlows, diffWords, flowDiffSchema, isNoDifference } from '@plumbline/core';
import type { StoreView } from '@plumbline/store';
import { z } from 'zod';
import type { Call } from '../context.ts';
import { openFlow } from '../drift/open-flow.ts';
import { flowAddress } from '../flow.ts';
import { parseInput } from '../parse-input.ts';
import { notFound } from '../problem.ts';
import { readIn } from '../scope.ts';
import { flowVersionSchema } from './flow-history.ts';

const print = z.string().min(1).max(200);

export const flowDiffInput = z.strictObject({
  ...flowAddress,
  from: print.optional().meta({
    description: 'Fingerprint. Left out: what was signed off last, or the version before `to`.',
  }),
  to: print.optional().meta({ description: 'Fingerprint. Left out: what runs, or the draft.' }),
});

export const flowComparisonSchema = z
  .object({
    from: flowVersionSchema,
    to: flowVersionSchema,
    same: z.boolean().meta({ description: 'They do the same.' }),
    words: z.string(),
    diff: flowDiffSchema,
  })
  .meta({ id: 'FlowComparison', description: 'What one version of a flow does differently from another.' });

const currentPrint = async (view: StoreView, source: string, id: string): Promise<string> => {
  const heads = await view.heads(source, [id]);
  const head = heads.find(({ state }) => state === 'published') ?? heads[0];
  if (head === undefined) throw notFound('flow');
  return head.fingerprint;
};

const signedPrint = async (view: StoreView, source: string, id: string): Promise<string | undefined> => {
  const latest = (await view.oversightOf([{ source, id }], ['sign-off'])).at(-1);
  return latest?.kind === 'sign-off' ? latest.detail.snapshot.fingerprint : undefined;
};

/** Compares two versions of a flow by what they do: positions, notes and the order of steps never show. Needs `read`. */
export const flowDiff = async ({
  ctx,
  input,
}: Call<z.input<typeof flowDiffInput>>): Promise<z.infer<typeof flowComparisonSchema>> => {
  const { business, source, id, ...given } = parseInput(flowDiffInput, input);
  return readIn(ctx, business, 'read', async (view) => {
    const to = given.to ?? (await currentPrint(view, source, id));
    const before = async (): Promise<string | undefined> =>
      (await view.flowVersions({ source, id }, { limit: 1, after: to }))[0]?.fingerprint;
    const from = given.from ?? (await signedPrint(view, source, id)) ?? (await before()) ?? to;
    const [one, other] = [await view.versionOf(source, id, from), await view.versionOf(source, id, to)];
    if (one === undefined || other === undefined) throw notFound('version');
    const [old, fresh] = [openFlow(source, one.workflow), openFlow(source, other.workflow)];
    if (old === undefined || fresh === undefined) throw notFound('version');
    const diff = compareFlows(old, fresh);
    const same = isNoDifference(diff);
    const shown = ({ fingerprint, name, at }: typeof one) => ({ fingerprint, name, at });
    return {
      from: shown(one),
      to: shown(other),
      same,
      words: same ? 'they do the same' : diffWords(diff),
      diff,
    };
  });
};
