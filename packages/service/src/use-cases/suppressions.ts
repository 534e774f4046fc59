import { z } from 'zod';
import { audit } from '../audit.ts';
import { businessIdSchema, pageInput, pageOf } from '../business.ts';
import { type Call, now } from '../context.ts';
import { pseudonymOf, whoSchema } from '../decide/who.ts';
import { parseInput } from '../parse-input.ts';
import { notFound } from '../problem.ts';
import { changeIn, readIn } from '../scope.ts';

const text = (most: number) => z.string().trim().min(1).max(most);

export const suppressionSchema = z
  .object({
    recipient: z.string().meta({ description: 'Stands for the person; the address itself is not kept.' }),
    scope: z
      .enum(['marketing', 'all'])
      .meta({ description: '`marketing`: still gets what they asked for or need. `all`: gets nothing.' }),
    at: z.iso.datetime(),
    source: z.string(),
  })
  .meta({ id: 'Suppression', description: 'Somebody who asked not to be written to.' });
export const suppressionPageSchema = pageOf(suppressionSchema).meta({ id: 'SuppressionPage' });
type SuppressionView = z.infer<typeof suppressionSchema>;

export const suppressionBodySchema = z
  .strictObject({
    ...whoSchema,
    scope: z.enum(['marketing', 'all']).default('marketing'),
    source: text(200).default('api').meta({ description: 'Where it comes from, e.g. `unsubscribe link`.' }),
  })
  .meta({ id: 'Suppress' });
export const suppressInput = suppressionBodySchema.extend({ business: businessIdSchema });

/** Notes that a person is not to be written to; a later one replaces the earlier. Needs `write`. */
export const suppress = async ({
  ctx,
  input,
}: Call<z.input<typeof suppressInput>>): Promise<SuppressionView> => {
  const { business, scope, source, ...who } = parseInput(suppressInput, input);
  return changeIn(ctx, business, 'write', async (tx) => {
    const entry = { recipient: pseudonymOf(ctx, business, who), scope, source, at: now(ctx) };
    await tx.putSuppressions([entry]);
    await audit(ctx, tx, 'suppression.put', entry.recipient, { scope });
    return entry;
  });
};

export const listSuppressionsInput = z.strictObject({ business: businessIdSchema, ...pageInput });

/** Who is not to be written to. Needs `read`. */
export const listSuppressions = async ({
  ctx,
  input,
}: Call<z.input<typeof listSuppressionsInput>>): Promise<z.infer<typeof suppressionPageSchema>> => {
  const { business, limit, after } = parseInput(listSuppressionsInput, input);
  const items = [...(await readIn(ctx, business, 'read', (view) => view.suppressionList({ limit, after })))];
  return { items, next: items.length < limit ? null : (items.at(-1)?.recipient ?? null) };
};

export const unsuppressInput = z.strictObject({ business: businessIdSchema, recipient: text(200) });

/** Takes somebody off the list, because they asked for it. Needs `write`. */
export const unsuppress = async ({ ctx, input }: Call<z.input<typeof unsuppressInput>>): Promise<void> => {
  const { business, recipient } = parseInput(unsuppressInput, input);
  await changeIn(ctx, business, 'write', async (tx) => {
    if (!(await tx.removeSuppression(recipient))) throw notFound('suppression');
    await audit(ctx, tx, 'suppression.remove', recipient);
  });
};
