import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type Answer,
  type DecisionContext,
  type DecisionRequest,
  normaliseRecipient,
  type ProfileInput,
} from '@plumbline/core';
import { createBusiness, putFlow, putProfile, suppress } from '@plumbline/service';
import { chatbot, reachable } from './shop.ts';
import { type Api, startApi } from './start-api.ts';

/** One policy, one request, one answer, wherever it is asked: the same files that core is held against. */
export interface Vector {
  readonly group: string;
  readonly name: string;
  readonly profile: ProfileInput | null;
  readonly request: DecisionRequest;
  readonly context: DecisionContext;
  readonly answer: Pick<Answer, 'kind' | 'reserves'> & {
    readonly reasons: readonly object[];
    readonly observed: readonly object[];
    readonly obligations: readonly object[];
  };
}

const folder = join(import.meta.dirname, '../../../packages/core/src/decide/vectors');

export const vectors: readonly Vector[] = globSync('*.json', { cwd: folder })
  .sort()
  .flatMap((file) => {
    const list = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Omit<Vector, 'group'>[];
    return list.map((vector) => ({ ...vector, group: basename(file, '.json') }));
  });

const business = 'shop';
const day = 24 * 60 * 60 * 1000;
const address = 'ann@customer.example';

/** A value whose check gives the flow its standing; no rule asks it. */
const standingValue = {
  id: 'standing',
  title: 'Standing',
  commitments: [
    {
      id: 'standing',
      promise: 'A customer can always reach one of us',
      enforcement: 'block' as const,
      checks: [{ check: 'require-human-escalation' }],
    },
  ],
};

/** The request as the service must get it to know of the recipient what the vector says is known. */
const requestFor = ({ request, context }: Vector): DecisionRequest => {
  const isCounted = Object.keys(context.counters).length > 0;
  const isKnown = context.suppression != null || isCounted;
  const { channel } = request;
  if (isKnown && normaliseRecipient(request.recipient, channel) === null) {
    const phone = channel === 'sms' || channel === 'whatsapp';
    return { ...request, recipient: { ...request.recipient, address: phone ? '+4930123456' : address } };
  }
  if (isKnown || request.recipient?.address == null) return request;
  // Whoever is known is looked up, so what was not looked up belongs to somebody who is not known.
  const { address: _, ...who } = request.recipient;
  return { ...request, recipient: who };
};

const pastContacts = async (api: Api, vector: Vector, request: DecisionRequest): Promise<void> => {
  const recipient = normaliseRecipient(request.recipient, request.channel);
  for (const [key, { used, freeAt }] of Object.entries(vector.context.counters)) {
    const days = Number(/^contact\/(\d+)d/.exec(key)?.[1]);
    // One that waits for a person counts and has no time at which it leaves the window.
    const waits = typeof freeAt !== 'number';
    const at = new Date(waits ? vector.context.now - (days + 1) * day : freeAt - days * day);
    await api.store.transaction(business, (tx) =>
      tx.addDecisions(
        Array.from({ length: used }, (_, n) => ({
          id: `past-${key}-${n}`,
          createdAt: at.toISOString(),
          actor: 'past',
          request: { caller: 'past', action: 'message.send', channel: request.channel },
          recipient: api.ctx.vault.pseudonym(business, recipient?.key ?? ''),
          context: { now: at.getTime(), counters: {} },
          answer: {
            kind: 'allow' as const,
            reasons: [],
            observed: [],
            obligations: [],
            message: '',
            reserves: ['contact' as const],
            versions: { profile: null, rules: '' },
          },
          profileVersion: null,
          idempotencyKey: null,
          requestHash: '',
          contact: waits ? ('reserved' as const) : ('used' as const),
          content: 'none' as const,
          sealed: null,
          contentUntil: null,
        })),
      ),
    );
  }
};

export interface Arranged {
  readonly api: Api;
  readonly key: string;
  readonly request: DecisionRequest;
}

/** A server in which everything is as the vector says: profile, clock, past contacts, opt-outs, the flow. */
export const arrange = async (vector: Vector): Promise<Arranged> => {
  const api = await startApi({ clock: () => new Date(vector.context.now) });
  const { ctx } = api;
  await createBusiness({ ctx, input: { id: business, name: 'Shop' } });
  const { flowStanding, suppression } = vector.context;
  const request = requestFor(vector);
  if (vector.profile !== null) {
    const values = [...(vector.profile.values ?? []), ...(flowStanding == null ? [] : [standingValue])];
    await putProfile({ ctx, input: { business, profile: { ...vector.profile, values } } });
  }
  if (flowStanding != null && request.flow != null) {
    const { source, id } = request.flow;
    const workflow = flowStanding === 'blocked' ? chatbot(id) : reachable(id);
    await putFlow({ ctx, input: { business, source, id, workflow, state: 'published', wait: 1 } });
  }
  if (suppression === 'marketing' || suppression === 'all') {
    const given = { address: request.recipient?.address ?? address, channel: request.channel ?? undefined };
    await suppress({ ctx, input: { business, scope: suppression, ...given } });
  }
  await pastContacts(api, vector, request);
  return { api, request, key: await api.keyFor(business, 'decide') };
};

interface Said {
  readonly answer: string;
  readonly reasons: readonly object[];
  readonly observed: readonly object[];
  readonly obligations: readonly object[];
}

const picked = (from: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));

/** What of an answer the vectors speak of, in their form. */
export const comparable = ({ answer, reasons, observed, obligations }: Said) => ({
  kind: answer,
  reasons: reasons.map((each) => picked(each, ['rule', 'verdict', 'effect', 'commitment'])),
  observed: observed.map((each) => picked(each, ['rule', 'verdict', 'effect', 'commitment'])),
  obligations: obligations.map((each) => picked(each, ['kind', 'until', 'timeZone', 'text'])),
});

export const expected = ({ answer: { reserves: _, ...rest } }: Vector) => rest;
