import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProfileInput } from '@plumbline/core';
import { createBusiness, createKey, putFlow, putProfile } from '@plumbline/service';
import type { Api } from './start-api.ts';

const examples = join(
  import.meta.dirname,
  '../../../packages/core/src/checks/require-human-escalation/examples',
);

export type Workflow = Record<string, unknown>;

/** A chatbot without a way to a person, as n8n would export it under this id. */
export const chatbot = (id: string, name = 'Chat on the website'): Workflow => ({
  ...(JSON.parse(readFileSync(join(examples, 'fail-no-way-out.json'), 'utf8')) as Workflow),
  id,
  name,
});

export const profile = (name: string): ProfileInput => ({
  profile: 1,
  name,
  values: [
    {
      id: 'customer-intimacy',
      title: 'Customer intimacy',
      commitments: [
        {
          id: 'reach-a-person',
          promise: 'A customer can always reach one of us',
          enforcement: 'block',
          checks: [{ check: 'require-human-escalation' }],
        },
      ],
    },
  ],
});

/** One business with everything in it; `mark` stands in every name, to be found again where it must not be. */
export interface Shop {
  readonly business: string;
  readonly flow: string;
  readonly etag: string;
  /** Id and secret of a key that may do all that a bound key may. */
  readonly keyId: string;
  readonly key: string;
}

export const openShop = async ({ ctx, reconciler }: Api, business: string, mark: string): Promise<Shop> => {
  const flow = `${business}-flow`;
  await createBusiness({ ctx, input: { id: business, name: `${mark} shop` } });
  const { etag } = await putProfile({ ctx, input: { business, profile: profile(`${mark} profile`) } });
  await putFlow({
    ctx,
    input: {
      business,
      source: 'n8n',
      id: flow,
      workflow: chatbot(flow, `${mark} flow`),
      state: 'published',
      wait: 1,
    },
  });
  const { key, secret } = await createKey({
    ctx,
    input: { business, name: `${mark} key`, scopes: ['read', 'write', 'decide', 'gate'] },
  });
  await reconciler.idle();
  return { business, flow, etag, keyId: key.id, key: secret };
};
