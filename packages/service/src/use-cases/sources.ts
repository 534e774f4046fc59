import type { StoredSource, StoreView } from '@plumbline/store';
import { z } from 'zod';
import { audit } from '../audit.ts';
import { businessIdSchema, slugSchema } from '../business.ts';
import { type Call, now } from '../context.ts';
import { isPrivateHost } from '../deliver/private-address.ts';
import { callUrlSchema } from '../deliver/reach.ts';
import { parseInput } from '../parse-input.ts';
import { notFound, Problem } from '../problem.ts';
import { changeIn, mustBeAdmin, readIn } from '../scope.ts';
import { type SourceView, sourceSchema, sourceView } from '../sources/source-view.ts';

const sourceKeySchema = z
  .string()
  .max(4000)
  .regex(/^[\x21-\x7e]+$/, 'letters, digits and signs, without blanks')
  .meta({
    description: 'A key of its public API that may list and read workflows. Kept encrypted, never shown.',
  });

export const sourceBodySchema = z
  .strictObject({
    kind: z.literal('n8n'),
    url: callUrlSchema.meta({
      description: 'Where n8n answers, as you open it in a browser.',
      example: 'https://n8n.example.org',
    }),
    key: sourceKeySchema,
    name: slugSchema.optional().meta({
      description: 'Needed from the second n8n on: its flows get the `source` `n8n-` and this name.',
    }),
    allowPrivate: z
      .boolean()
      .default(false)
      .meta({ description: 'It may lie in a private network, such as on this machine.' }),
    replace: z.boolean().default(false).meta({
      description:
        'It takes the place of one whose flows have the same `source`. Once it is read, flows that it does not have are closed.',
    }),
  })
  .meta({ id: 'AddSource' });

export const sourceListSchema = z.object({ items: z.array(sourceSchema) }).meta({ id: 'SourceList' });

export const addSourceInput = sourceBodySchema.extend({ business: businessIdSchema });

/** Without what is behind the place where n8n answers: a slash, the path of its API, a page of the editor. */
const placeOf = (text: string): string => {
  const url = new URL(text);
  const path = url.pathname.replace(/\/(?:api\/v1|home|workflows?)(?:\/.*)?$/, '').replace(/\/$/, '');
  return `${url.origin}${path}`;
};

/**
 * Has the workflows of an n8n read from now on. Needs an admin key. Throws `conflict` where its flows would get the name
 * of another one's that it does not replace, `address-refused` for one in a private network that is not allowed.
 */
export const addSource = async ({
  ctx,
  input,
}: Call<z.input<typeof addSourceInput>>): Promise<SourceView> => {
  mustBeAdmin(ctx);
  const { business, kind, url: given, key, name, allowPrivate, replace } = parseInput(addSourceInput, input);
  const url = placeOf(given);
  const { host, origin } = new URL(url);
  if (!allowPrivate && isPrivateHost(new URL(url)))
    throw new Problem(
      'address-refused',
      `${host} lies in a private network. Say \`allowPrivate\` if it is meant.`,
    );
  return changeIn(ctx, business, 'admin', async (tx) => {
    const id = ctx.id('src');
    const at = now(ctx);
    const source = name === undefined ? 'n8n' : `n8n-${name}`;
    const kept: StoredSource = {
      id,
      kind,
      source,
      url,
      key: ctx.vault.seal(business, id, key),
      allowPrivate,
      createdAt: at,
      createdBy: ctx.actor.id,
      state: 'never',
      since: at,
      detail: null,
      lastTriedAt: null,
      lastReadAt: null,
      nextAt: at,
      failures: 0,
      flows: 0,
    };
    const before = replace ? (await tx.sources()).find((each) => each.source === source) : undefined;
    if (before !== undefined) {
      await tx.removeSource(before.id);
      await audit(ctx, tx, 'source.remove', before.id);
    }
    if (!(await tx.addSource(kept)))
      throw new Problem(
        'conflict',
        `There is a source \`${source}\` already. Give this one another \`name\`, or say \`replace\`.`,
      );
    await audit(ctx, tx, 'source.add', id, { source, origin, allowPrivate });
    return sourceView(kept);
  });
};

export const listSourcesInput = z.strictObject({ business: businessIdSchema });

/** The sources and how each stands, without their keys. Needs `read`. */
export const listSources = async ({
  ctx,
  input,
}: Call<z.input<typeof listSourcesInput>>): Promise<z.infer<typeof sourceListSchema>> => {
  const { business } = parseInput(listSourcesInput, input);
  return readIn(ctx, business, 'read', async (view) => ({ items: (await view.sources()).map(sourceView) }));
};

export const getSourceInput = z.strictObject({
  business: businessIdSchema,
  from: z.string().min(1).max(200).meta({ description: 'Id of the source.' }),
});

export const foundSource = async (view: StoreView, id: string): Promise<StoredSource> => {
  const source = await view.source(id);
  if (source === undefined) throw notFound('source');
  return source;
};

/** How a source stands. Needs `read`. */
export const getSource = async ({
  ctx,
  input,
}: Call<z.input<typeof getSourceInput>>): Promise<SourceView> => {
  const { business, from } = parseInput(getSourceInput, input);
  return readIn(ctx, business, 'read', async (view) => sourceView(await foundSource(view, from)));
};

export const sourceKeyBodySchema = z.strictObject({ key: sourceKeySchema }).meta({ id: 'SetSourceKey' });

export const setSourceKeyInput = sourceKeyBodySchema.extend(getSourceInput.shape);

/**
 * Has a source read with another key from now on; keys of n8n run out. Its flows and all that is known of them stay.
 * Needs an admin key.
 */
export const setSourceKey = async ({
  ctx,
  input,
}: Call<z.input<typeof setSourceKeyInput>>): Promise<SourceView> => {
  mustBeAdmin(ctx);
  const { business, from, key } = parseInput(setSourceKeyInput, input);
  return changeIn(ctx, business, 'admin', async (tx) => {
    if (!(await tx.setSourceKey(from, ctx.vault.seal(business, from, key), now(ctx))))
      throw notFound('source');
    await audit(ctx, tx, 'source.key', from);
    return sourceView(await foundSource(tx, from));
  });
};

/** Reads a source no more, and forgets its key. Its flows stay as they were read last. Needs an admin key. */
export const removeSource = async ({ ctx, input }: Call<z.input<typeof getSourceInput>>): Promise<void> => {
  mustBeAdmin(ctx);
  const { business, from } = parseInput(getSourceInput, input);
  await changeIn(ctx, business, 'admin', async (tx) => {
    if (!(await tx.removeSource(from))) throw notFound('source');
    await audit(ctx, tx, 'source.remove', from);
  });
};
