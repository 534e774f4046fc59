import type { ProfileInput } from '@plumbline/core';
import type { Store } from '@plumbline/store';
import type { Context } from '../src/index.ts';
import {
  askDecision,
  createBusiness,
  type DecisionView,
  decisionBodySchema,
  putProfile,
} from '../src/index.ts';
import { type Service, start } from './start.ts';

type Enforcement = 'observe' | 'warn' | 'approve' | 'block';

export const policy = (
  enforcement: Enforcement = 'block',
  rules: readonly { readonly rule: string; readonly options?: Record<string, unknown> }[] = [
    { rule: 'contact-limit', options: { most: 2, days: 7 } },
    { rule: 'respect-opt-out' },
  ],
): ProfileInput => ({
  profile: 1,
  name: 'The Corner Bookshop',
  values: [
    {
      id: 'customer-intimacy',
      title: 'Customer intimacy',
      commitments: [
        {
          id: 'not-too-much',
          promise: 'We write to nobody more often than they like',
          enforcement,
          rules: rules.map((each) => ({ options: {}, ...each })),
        },
      ],
    },
  ],
});

/** Needs a person for whatever a machine wrote unread; refuses beyond two messages a week. */
export const strictPolicy = (): ProfileInput => {
  const { values = [], ...rest } = policy();
  const read = policy('approve', [{ rule: 'reviewed-ai-text' }]).values?.[0]?.commitments?.[0];
  return {
    ...rest,
    values: values.map((value) => ({
      ...value,
      commitments: [
        ...(value.commitments ?? []),
        ...(read === undefined ? [] : [{ ...read, id: 'read', promise: 'Nothing goes out unread' }]),
      ],
    })),
  };
};

export const message = (address: string, more: Record<string, unknown> = {}) => ({
  caller: 'zapier/news',
  action: 'message.send',
  channel: 'email',
  audience: 'customer',
  recipient: { address },
  content: { subject: 'News', text: `Dear reader of ${address}, the new books are here.` },
  facts: { aiGenerated: false, purpose: 'marketing' },
  ...more,
});

export const written = { aiGenerated: true, purpose: 'marketing' };

export interface Desk {
  readonly service: Service;
  readonly ask: (request: unknown, idempotencyKey?: string, ctx?: Context) => Promise<DecisionView>;
}

export const openDesk = async (profile: ProfileInput | null = policy(), store?: Store): Promise<Desk> => {
  const service = await start(store);
  for (const id of ['shop', 'other'])
    await createBusiness({ ctx: service.system, input: { id, name: `only ${id}` } });
  if (profile !== null) await putProfile({ ctx: service.system, input: { business: 'shop', profile } });
  return {
    service,
    ask: (request, idempotencyKey, ctx = service.as('shop', 'decide')) =>
      askDecision({ ctx, input: { business: 'shop', idempotencyKey, ...decisionBodySchema.parse(request) } }),
  };
};

export const day = 24 * 60 * 60 * 1000;
