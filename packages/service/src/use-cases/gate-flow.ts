import { enforcementSchema, type Flow, fingerprint, noOverlays, occurrenceSchema } from '@plumbline/core';
import { parseJson } from '@plumbline/n8n';
import type { ProfileVersion, StoreView } from '@plumbline/store';
import { z } from 'zod';
import { audit } from '../audit.ts';
import type { Call, Context } from '../context.ts';
import { flowAddress } from '../flow.ts';
import { overlaysOn } from '../oversight/overlays.ts';
import { parseInput } from '../parse-input.ts';
import { Problem } from '../problem.ts';
import { profileUsed, profileUsedSchema } from '../profile.ts';
import { judgeVersions, type Version } from '../publish/judge-both.ts';
import { type Point, type Verdict, verdictOn } from '../publish/verdict.ts';
import { wordsFor } from '../publish/words.ts';
import { askedBy } from '../questions.ts';
import { type Reader, readerFor } from '../reader.ts';
import { changeIn, readIn } from '../scope.ts';

const workflow = z.record(z.string(), z.unknown());

export const gateBodySchema = z
  .strictObject({
    workflow: workflow.meta({ description: 'The version that is about to be published.' }),
    live: workflow.nullish().meta({
      description: 'The version that runs now; null if none does. Left out: the published version kept here.',
    }),
  })
  .meta({ id: 'AskGate' });

export const gateFlowInput = gateBodySchema.extend(flowAddress);

const pointSchema = z
  .object({
    value: z.string(),
    commitment: z.string(),
    promise: z.string(),
    enforcement: enforcementSchema,
    check: z.string(),
    because: z
      .enum([
        'block',
        'approve',
        'cannot-tell',
        'already-live',
        'advice',
        'question',
        'accepted',
        'signed-off',
      ])
      .meta({
        description:
          '`block`, `approve`, `cannot-tell` refuse. `already-live`: the version that runs has the same fault. `advice`: to adjust. `question`: to answer. `accepted`: under a waiver. `signed-off`: the owner has accepted this version.',
      }),
    occurrence: occurrenceSchema,
  })
  .meta({ id: 'GatePoint' });

export const gateVerdictSchema = z
  .object({
    answer: z.enum(['publish', 'refuse', 'no-policy', 'error']).meta({
      description:
        '`no-policy`: this business has no profile that asks anything. `error`: a check failed on our side. Neither is a yes nor a no.',
    }),
    message: z.string().meta({ description: 'In words, for whoever publishes.' }),
    fingerprint: z.string(),
    refusals: z.array(pointSchema),
    remarks: z.array(pointSchema).meta({ description: 'Said, and no reason to refuse.' }),
    profile: profileUsedSchema.nullable(),
  })
  .meta({ id: 'GateVerdict' });
export type GateVerdict = z.infer<typeof gateVerdictSchema>;

type Given = z.output<typeof gateFlowInput>;

const opened = (reader: Reader, given: unknown, id: string): Flow => {
  const read = reader.read(given);
  if (!read.ok) throw new Problem('no-workflow', read.message);
  if (read.flow.id !== null && read.flow.id !== id)
    throw new Problem('id-mismatch', `The workflow says its id is "${read.flow.id.slice(0, 200)}".`);
  return read.flow;
};

const liveFlow = async (view: StoreView, reader: Reader, given: Given): Promise<Flow | null> => {
  if (given.live !== undefined) return given.live === null ? null : opened(reader, given.live, given.id);
  const kept = await view.flow({ source: given.source, id: given.id, state: 'published' });
  if (kept === undefined || kept.removedAt !== null) return null;
  const json = parseJson(kept.workflow);
  const read = json.ok ? reader.read(json.value) : undefined;
  return read?.ok === true ? read.flow : null;
};

const decided = async (
  ctx: Context,
  view: StoreView,
  { reader, flow, given }: { readonly reader: Reader; readonly flow: Flow; readonly given: Given },
  profile: ProfileVersion,
): Promise<Verdict> => {
  const { source, id } = given;
  const live = await liveFlow(view, reader, given);
  const versions: readonly Version[] = [
    { source, id, state: 'draft', flow },
    ...(live === null ? [] : [{ source, id, state: 'published' as const, flow: live }]),
  ];
  const judged = await judgeVersions(ctx, view, reader, versions, profile);
  const added = await overlaysOn(
    ctx,
    view,
    versions.map((version, at) => ({
      source,
      id,
      name: null,
      open: async () => version.flow,
      answers: judged[at]?.answers ?? [],
    })),
  );
  const [candidate, before] = judged.map((each, at) => ({
    judged: each,
    overlays: added[at]?.overlays ?? noOverlays,
  }));
  if (candidate === undefined) throw new Error('nothing was judged');
  const own = fingerprint(flow, ctx.hash);
  const signed = (await view.oversightOf([{ source, id }], ['sign-off'])).findLast(
    (each) => each.kind === 'sign-off' && each.detail.snapshot.fingerprint === own,
  );
  return verdictOn(
    profile.profile,
    candidate,
    before,
    signed?.kind === 'sign-off' ? signed.detail.snapshot : null,
  );
};

const view = ({ occurrence, ...rest }: Point): z.infer<typeof pointSchema> => ({
  ...rest,
  occurrence: { ...occurrence },
});

/**
 * May this version be published? Judged within the call, beside the flows it leans on. Needs `gate`. Throws
 * `no-workflow`, `id-mismatch`, `unknown-source`. A refusal is kept in the audit before it is given; nothing else changes.
 */
export const gateFlow = async ({ ctx, input }: Call<z.input<typeof gateFlowInput>>): Promise<GateVerdict> => {
  const given = parseInput(gateFlowInput, input);
  const { business, source, id } = given;
  const reader = await readIn(ctx, business, 'gate', async () => readerFor(source));
  const flow = opened(reader, given.workflow, id);
  const own = fingerprint(flow, ctx.hash);
  const { profile, verdict } = await readIn(ctx, business, 'gate', async (store) => {
    const current = await store.profile();
    if (current === undefined || askedBy(current).length === 0)
      return { profile: current, verdict: undefined };
    return { profile: current, verdict: await decided(ctx, store, { reader, flow, given }, current) };
  });
  const used = profile === undefined ? null : profileUsed(profile);
  if (verdict === undefined) {
    const message = 'There is no values profile that asks anything yet, so nothing was held against it.';
    return { answer: 'no-policy', message, fingerprint: own, refusals: [], remarks: [], profile: used };
  }
  const { refusals, remarks, fault } = verdict;
  const answer = refusals.length > 0 ? 'refuse' : fault ? 'error' : 'publish';
  await changeIn(ctx, business, 'gate', (tx) =>
    audit(ctx, tx, `gate.${answer}`, `${source}/${id}`, { fingerprint: own, profile: used?.hash ?? '' }),
  );
  return {
    answer,
    message: wordsFor(verdict),
    fingerprint: own,
    refusals: refusals.map(view),
    remarks: remarks.map(view),
    profile: used,
  };
};
