import { decisionCursor } from '@plumbline/store';
import { z } from 'zod';
import { businessIdSchema, pageInput } from '../business.ts';
import type { Call } from '../context.ts';
import { masked } from '../decide/masked.ts';
import { parseInput } from '../parse-input.ts';
import { readIn } from '../scope.ts';
import { inUtc, sinceSchema } from '../since.ts';

export const exportDecisionsInput = z.strictObject({
  business: businessIdSchema,
  limit: pageInput.limit,
  after: pageInput.after,
  since: sinceSchema,
});

export interface DecisionExport {
  /** One JSON object a line, each line ended. */
  readonly lines: string;
  /** Where the next part begins; null after the last one. */
  readonly next: string | null;
}

/** The decision log as JSON lines, masked: no content, no names, no pseudonyms. Needs `read`. */
export const exportDecisions = async ({
  ctx,
  input,
}: Call<z.input<typeof exportDecisionsInput>>): Promise<DecisionExport> => {
  const { business, limit, after, since } = parseInput(exportDecisionsInput, input);
  const found = await readIn(ctx, business, 'read', (view) =>
    view.decisions({ limit, after, since: inUtc(since) }),
  );
  const last = found.length < limit ? undefined : found.at(-1);
  return {
    lines: found.map((decision) => `${JSON.stringify(masked(decision))}\n`).join(''),
    next: last === undefined ? null : decisionCursor(last),
  };
};
