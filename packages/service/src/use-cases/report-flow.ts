import { z } from 'zod';
import type { Call } from '../context.ts';
import { flowAddress } from '../flow.ts';
import { parseInput } from '../parse-input.ts';
import { Problem } from '../problem.ts';
import { readIn } from '../scope.ts';
import { deleteFlow } from './delete-flow.ts';
import { putFlow } from './put-flow.ts';

const workflow = z.record(z.string(), z.unknown()).nullable();

export const reportBodySchema = z
  .strictObject({
    live: workflow.meta({ description: 'The version that runs; null if none does.' }),
    draft: workflow.meta({ description: 'The version in the editor; null if it is gone or archived.' }),
  })
  .meta({ id: 'ReportFlow' });

export const reportFlowInput = reportBodySchema.extend(flowAddress);

/**
 * What a source has of one flow now, both versions at once: what is missing is removed. Needs `gate`, which may do no
 * more than this and asking. Throws what `putFlow` throws. Judged afterwards, not within the call.
 */
export const reportFlow = async ({ ctx, input }: Call<z.input<typeof reportFlowInput>>): Promise<void> => {
  const { live, draft, ...address } = parseInput(reportFlowInput, input);
  await readIn(ctx, address.business, 'gate', async () => undefined);
  // Allowed above; the use cases below ask for the wider scope.
  const may = { ...ctx, actor: { ...ctx.actor, scopes: [...ctx.actor.scopes, 'write' as const] } };
  for (const [state, version] of [
    ['published', live],
    ['draft', draft],
  ] as const) {
    if (version !== null) {
      await putFlow({ ctx: may, input: { ...address, state, workflow: version } });
      continue;
    }
    await deleteFlow({ ctx: may, input: { ...address, state } }).catch((error: unknown) => {
      if (!(error instanceof Problem) || error.code !== 'not-found') throw error;
    });
  }
};
