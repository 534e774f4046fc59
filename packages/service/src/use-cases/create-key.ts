import { installation, type StoreTransaction } from '@plumbline/store';
import { z } from 'zod';
import { audit } from '../audit.ts';
import { businessIdSchema } from '../business.ts';
import { type Call, type Context, now } from '../context.ts';
import { keySchema, keyScopeSchema, keyView, newSecret } from '../key.ts';
import { parseInput } from '../parse-input.ts';
import { changeIn, mustBeAdmin } from '../scope.ts';

export const createKeyInput = z
  .strictObject({
    business: businessIdSchema.nullable().meta({ description: 'null makes an admin key.' }),
    name: z.string().trim().min(1).max(200).meta({ example: 'n8n on the shop machine' }),
    scopes: z.array(keyScopeSchema).min(1),
  })
  .refine((key) => key.scopes.includes('admin') === (key.business === null), {
    path: ['scopes'],
    message: '`admin` is for keys of the whole installation, and those have no other use',
  });

export const createdKeySchema = z
  .object({
    key: keySchema,
    secret: z.string().meta({ description: 'Shown this once; only its SHA-256 is kept.' }),
  })
  .meta({ id: 'CreatedKey' });
export type CreatedKey = z.infer<typeof createdKeySchema>;

/** Adds a key in a transaction that is under way. */
export const addKey = async (
  ctx: Context,
  tx: StoreTransaction,
  { business, name, scopes }: z.output<typeof createKeyInput>,
): Promise<CreatedKey> => {
  const secret = newSecret(ctx.random);
  const key = {
    id: ctx.id('key'),
    name,
    scopes: [...new Set(scopes)],
    hash: ctx.hash(secret),
    createdAt: now(ctx),
  };
  await tx.addKey(key);
  await audit(ctx, tx, 'key.create', key.id, { name, scopes: key.scopes.join(' ') });
  return {
    key: keyView({ ...key, scope: business ?? installation, revokedAt: null, lastUsedAt: null }),
    secret,
  };
};

/** Makes a key and gives its secret, once. Needs an admin key. */
export const createKey = async ({
  ctx,
  input,
}: Call<z.input<typeof createKeyInput>>): Promise<CreatedKey> => {
  mustBeAdmin(ctx);
  const wanted = parseInput(createKeyInput, input);
  if (wanted.business === null) return ctx.store.transaction(installation, (tx) => addKey(ctx, tx, wanted));
  return changeIn(ctx, wanted.business, 'admin', (tx) => addKey(ctx, tx, wanted));
};
