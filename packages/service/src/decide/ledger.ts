import {
  type CompiledPolicy,
  type CounterQuery,
  type CounterReading,
  countersFor,
  type DecisionRequest,
} from '@plumbline/core';
import type { StoreView } from '@plumbline/store';

const day = 24 * 60 * 60 * 1000;
/** What a contact over no named channel is kept under. It may have been any, so every window counts it. */
const anyChannel = '';

interface Use {
  used: number;
  oldest: number | null;
}

/** What contacts there are, and those that this very batch adds, so that no two take the same last one. */
export interface Ledger {
  readonly readings: (
    request: DecisionRequest,
    recipient: string,
  ) => Readonly<Record<string, CounterReading>>;
  readonly add: (request: DecisionRequest, recipient: string, at: number) => void;
}

export interface Asking {
  readonly request: DecisionRequest;
  readonly recipient: string | null;
}

const channelsOf = ({ channels }: CounterQuery): readonly string[] | null =>
  channels === null ? null : [...channels, anyChannel];

/** Reads every counter that these requests need, one statement a window. */
export const openLedger = async (
  view: StoreView,
  policy: CompiledPolicy,
  asking: readonly Asking[],
  now: number,
): Promise<Ledger> => {
  const queries = new Map(asking.map(({ request }) => [request, countersFor(policy, request)]));
  const queriesOf = (request: DecisionRequest): readonly CounterQuery[] => queries.get(request) ?? [];
  const wanted = new Map<string, { readonly query: CounterQuery; readonly recipients: Set<string> }>();
  for (const { request, recipient } of asking) {
    if (recipient === null) continue;
    for (const query of queriesOf(request)) {
      const known = wanted.get(query.key);
      if (known === undefined) wanted.set(query.key, { query, recipients: new Set([recipient]) });
      else known.recipients.add(recipient);
    }
  }
  const uses = new Map<string, Map<string, Use>>();
  for (const [key, { query, recipients }] of wanted) {
    const since = new Date(now - query.days * day).toISOString();
    const found = await view.contactUse({ recipients: [...recipients], since, channels: channelsOf(query) });
    uses.set(
      key,
      new Map(found.map((each) => [each.recipient, { used: each.used, oldest: Date.parse(each.oldest) }])),
    );
  }
  return {
    readings: (request, recipient) => {
      const readings: Record<string, CounterReading> = {};
      for (const query of queriesOf(request)) {
        const use = uses.get(query.key)?.get(recipient);
        const oldest = use?.oldest ?? null;
        readings[query.key] = {
          used: use?.used ?? 0,
          ...(oldest === null ? {} : { freeAt: oldest + query.days * day }),
        };
      }
      return readings;
    },
    add: (request, recipient, at) => {
      for (const [key, { query }] of wanted) {
        const channels = channelsOf(query);
        if (channels !== null && !channels.includes(request.channel ?? anyChannel)) continue;
        const own = uses.get(key);
        const use = own?.get(recipient);
        if (use === undefined) own?.set(recipient, { used: 1, oldest: at });
        else use.used += 1;
      }
    },
  };
};
