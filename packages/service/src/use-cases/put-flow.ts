import { type Flow, fingerprint } from '@plumbline/core';
import { parseJson } from '@plumbline/n8n';
import type { FlowHead, FlowRef, StoredFlow, StoreTransaction } from '@plumbline/store';
import { z } from 'zod';
import { audit } from '../audit.ts';
import { refreshClosures } from '../closure.ts';
import { type Call, type Context, now } from '../context.ts';
import { gather, keep, perform } from '../evaluate.ts';
import { evaluationSchema, flowAddress, flowHref, flowStateSchema } from '../flow.ts';
import { keepConversations } from '../handlers.ts';
import { isDone, keptOf } from '../judged-view.ts';
import { parseInput } from '../parse-input.ts';
import { notFound, Problem } from '../problem.ts';
import { askedBy } from '../questions.ts';
import { calledBy, type Reader, readerFor, referencesOf } from '../reader.ts';
import { changeIn, readIn } from '../scope.ts';
import { noteEvaluations } from '../trail/note.ts';

export const flowBodySchema = z
  .strictObject({ workflow: z.unknown(), state: flowStateSchema })
  .meta({ id: 'PutFlow', description: 'A workflow as n8n exports it, and whether it runs or is a draft.' });

export const putFlowInput = z.strictObject({
  ...flowAddress,
  workflow: z.unknown(),
  state: flowStateSchema,
  wait: z
    .number()
    .min(0)
    .default(0)
    .meta({ description: 'Seconds to wait for the findings, from `Prefer: wait=N`. 0 does not wait.' }),
});

export const putFlowResult = z
  .object({
    state: flowStateSchema,
    revision: z.int(),
    fingerprint: z.string(),
    evaluation: evaluationSchema,
  })
  .meta({ id: 'PutFlowResult' });
export type PutFlowResult = z.infer<typeof putFlowResult> & {
  readonly outcome: 'created' | 'updated' | 'unchanged';
};

type Given = z.output<typeof putFlowInput>;
type New = Omit<StoredFlow, 'revision' | 'createdAt'>;
type Outcome = PutFlowResult['outcome'];

const readGiven = (
  ctx: Context,
  given: Given,
  reader: Reader,
): { readonly flow: Flow; readonly fresh: New } => {
  const result = reader.read(given.workflow);
  if (!result.ok) throw new Problem('no-workflow', result.message);
  const { flow } = result;
  if (flow.id !== null && flow.id !== given.id) {
    throw new Problem('id-mismatch', `The workflow says its id is "${flow.id.slice(0, 200)}".`);
  }
  const workflow = JSON.stringify(reader.keepable(given.workflow as Readonly<Record<string, unknown>>));
  const own = fingerprint(flow, ctx.hash);
  const fresh = {
    source: given.source,
    id: given.id,
    state: given.state,
    name: calledBy(flow, given.id),
    fingerprint: own,
    closure: own,
    reader: reader.version,
    references: referencesOf(flow, given.id),
    contentHash: ctx.hash(workflow),
    updatedAt: now(ctx),
    removedAt: null,
    workflow,
  };
  return { flow, fresh };
};

const stepList = (flow: Flow): string =>
  JSON.stringify(flow.steps.map((step) => [step.id, step.name]).sort());

const sameSteps = (reader: Reader, flow: Flow, before: StoredFlow): boolean => {
  const text = parseJson(before.workflow);
  const read = text.ok ? reader.read(text.value) : undefined;
  return read?.ok === true && stepList(read.flow) === stepList(flow);
};

const doesTheSame = (a: Pick<FlowHead, 'fingerprint' | 'name'>, b: FlowHead | undefined): boolean =>
  b !== undefined && b.removedAt === null && a.fingerprint === b.fingerprint && a.name === b.name;

const store = async (
  ctx: Context,
  tx: StoreTransaction,
  given: Given,
): Promise<{ readonly head: FlowHead; readonly outcome: Outcome }> => {
  const reader = readerFor(given.source);
  const { flow, fresh } = readGiven(ctx, given, reader);
  const published = await tx.flow({ ...fresh, state: 'published' });
  const draft = await tx.flow({ ...fresh, state: 'draft' });
  const before = given.state === 'published' ? published : draft;
  const isOpen = (each: StoredFlow | undefined): boolean => each !== undefined && each.removedAt === null;
  const draftIsNone = isOpen(draft) && doesTheSame(fresh, given.state === 'published' ? draft : published);
  // It is not taken away: what it did goes on as what runs.
  if (draftIsNone) await tx.removeFlow({ ...fresh, state: 'draft' }, now(ctx));
  if (given.state === 'draft' && published !== undefined && doesTheSame(fresh, published)) {
    return { head: published, outcome: 'unchanged' };
  }
  if (
    before !== undefined &&
    isOpen(before) &&
    before.contentHash === fresh.contentHash &&
    before.reader === fresh.reader
  ) {
    return { head: before, outcome: 'unchanged' };
  }
  const latest = Math.max(published?.revision ?? 0, draft?.revision ?? 0);
  const revision = before !== undefined && doesTheSame(fresh, before) ? before.revision : latest + 1;
  // Findings name steps by id, which the fingerprint leaves out.
  if (before !== undefined && before.fingerprint === fresh.fingerprint && !sameSteps(reader, flow, before)) {
    await tx.forget(fresh, 'all');
  }
  const kept = { ...fresh, revision, createdAt: before?.createdAt ?? fresh.updatedAt };
  await tx.putFlow(kept);
  const heard = await keepConversations(tx, kept, flow);
  await refreshClosures(ctx, tx, fresh.source, [fresh.id], heard);
  await audit(ctx, tx, 'flow.put', `${fresh.source}/${fresh.id}`, {
    state: fresh.state,
    revision,
    fingerprint: fresh.fingerprint,
  });
  const head = (await tx.heads(fresh.source, [fresh.id])).find((each) => each.state === fresh.state);
  if (head === undefined) throw notFound('flow');
  return { head, outcome: isOpen(published) || isOpen(draft) ? 'updated' : 'created' };
};

/** Judges one flow now, whatever else is waiting. */
const judgeNow = async (ctx: Context, business: string, { source, id, state }: FlowRef): Promise<void> => {
  const gathered = await readIn(ctx, business, 'write', async (view) => {
    // As it is now: another put may have come in between.
    const heads = (await view.heads(source, [id])).filter((head) => head.state === state);
    return gather(view, heads, await view.profile());
  });
  const judged = gathered.map(({ task }) => perform(ctx, task));
  await changeIn(ctx, business, 'write', async (tx) => {
    await keep(tx, judged);
    await noteEvaluations(ctx, tx, [{ source, id }]);
  });
  ctx.tend(business);
};

/**
 * Keeps a flow. Needs `write`. Throws `no-workflow`, `id-mismatch`, `unknown-source`. The same content again makes no
 * new revision; a draft that does what the published version does is no draft. With `wait` the flow is judged before
 * the answer.
 */
export const putFlow = async ({ ctx, input }: Call<z.input<typeof putFlowInput>>): Promise<PutFlowResult> => {
  const given = parseInput(putFlowInput, input);
  const { business, source, id } = given;
  const { head, outcome } = await changeIn(ctx, business, 'write', (tx) => store(ctx, tx, given));
  if (given.wait > 0) await judgeNow(ctx, business, head);
  const done = await readIn(ctx, business, 'write', async (view) => {
    const profile = await view.profile();
    const [kept] = await keptOf(view, [head], profile);
    return kept !== undefined && isDone(kept, askedBy(profile).length);
  });
  ctx.wake(business);
  return {
    outcome,
    state: head.state,
    revision: head.revision,
    fingerprint: head.fingerprint,
    evaluation: { state: done ? 'done' : 'pending', href: flowHref(business, source, id) },
  };
};
