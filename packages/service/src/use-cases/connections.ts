import type { Connection } from '@plumbline/store';
import { z } from 'zod';
import { audit } from '../audit.ts';
import { businessIdSchema } from '../business.ts';
import { type Call, now } from '../context.ts';
import { isPathPattern } from '../decide/resume-address.ts';
import { newSecret } from '../deliver/secret.ts';
import { parseInput } from '../parse-input.ts';
import { notFound } from '../problem.ts';
import { changeIn, mustBeAdmin, readIn } from '../scope.ts';

const originSchema = z
  .url({ protocol: /^https?$/, error: 'must be a whole address that begins with http:// or https://' })
  .max(300)
  .refine(
    (text) => URL.parse(text)?.origin === text,
    'scheme, host and port only, e.g. https://n8n.example.org',
  );

export const connectionBodySchema = z
  .strictObject({
    name: z.string().trim().min(1).max(200).meta({ example: 'n8n of the shop' }),
    origin: originSchema.meta({ description: 'Scheme, host and port, nothing behind.' }),
    path: z
      .string()
      .max(500)
      .refine(isPathPattern, 'a path such as /webhook-waiting/**: `*` for one part, `**` at the end')
      .meta({ description: '`*` stands for one part of the path, `**` at the end for any.' }),
    allowPrivate: z
      .boolean()
      .default(false)
      .meta({ description: 'It may lie in a private network, such as on this machine.' }),
  })
  .meta({ id: 'AddConnection' });

export const connectionSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    origin: z.string(),
    path: z.string(),
    allowPrivate: z.boolean(),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
  })
  .meta({ id: 'Connection', description: 'Another program that may be called back.' });
type ConnectionView = z.infer<typeof connectionSchema>;

export const addedConnectionSchema = z
  .object({
    connection: connectionSchema,
    secret: z
      .string()
      .meta({ description: 'Shown this once. Calls are signed with it: `whsec_...`, Standard Webhooks.' }),
  })
  .meta({ id: 'AddedConnection' });
export const connectionListSchema = z
  .object({ items: z.array(connectionSchema) })
  .meta({ id: 'ConnectionList' });

const viewOf = ({ secret: _, ...rest }: Connection): ConnectionView => rest;

export const addConnectionInput = connectionBodySchema.extend({ business: businessIdSchema });

/** Registers a program that may be called back, and makes the secret that calls are signed with. Needs an admin key. */
export const addConnection = async ({
  ctx,
  input,
}: Call<z.input<typeof addConnectionInput>>): Promise<z.infer<typeof addedConnectionSchema>> => {
  mustBeAdmin(ctx);
  const { business, ...given } = parseInput(addConnectionInput, input);
  return changeIn(ctx, business, 'admin', async (tx) => {
    const id = ctx.id('con');
    const secret = newSecret(ctx);
    const kept: Connection = {
      ...given,
      id,
      secret: ctx.vault.seal(business, id, secret),
      createdAt: now(ctx),
      createdBy: ctx.actor.id,
    };
    await tx.addConnection(kept);
    await audit(ctx, tx, 'connection.add', id, { origin: given.origin, allowPrivate: given.allowPrivate });
    return { connection: viewOf(kept), secret };
  });
};

export const listConnectionsInput = z.strictObject({ business: businessIdSchema });

/** The registered connections, without their secrets. Needs `read`. */
export const listConnections = async ({
  ctx,
  input,
}: Call<z.input<typeof listConnectionsInput>>): Promise<z.infer<typeof connectionListSchema>> => {
  const { business } = parseInput(listConnectionsInput, input);
  return readIn(ctx, business, 'read', async (view) => ({ items: (await view.connections()).map(viewOf) }));
};

export const removeConnectionInput = z.strictObject({
  business: businessIdSchema,
  connection: z.string().min(1).max(200),
});

/** Takes a connection away: nothing is called by way of it any more. Needs an admin key. */
export const removeConnection = async ({
  ctx,
  input,
}: Call<z.input<typeof removeConnectionInput>>): Promise<void> => {
  mustBeAdmin(ctx);
  const { business, connection } = parseInput(removeConnectionInput, input);
  await changeIn(ctx, business, 'admin', async (tx) => {
    if (!(await tx.removeConnection(connection))) throw notFound('connection');
    await audit(ctx, tx, 'connection.remove', connection);
  });
};
