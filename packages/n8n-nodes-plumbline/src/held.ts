import type { components } from './api.gen.ts';
import type { Way } from './decision.ts';
import { isRecord } from './exchange.ts';
import { answeredField, type Field } from './field.ts';

type End = components['schemas']['ApprovalEnd'];

/** One item that waits with the others, and the approval that it waits for, if it does. */
export interface HeldItem {
  readonly way: Way;
  readonly field: Field;
  readonly approval: string | null;
}

export interface Settled {
  readonly way: Way;
  readonly field: Field;
}

const ends: ReadonlyMap<string, Way> = new Map([
  ['approved', 'go'],
  ['edited', 'go'],
  ['rejected', 'stop'],
  ['expired', 'stop'],
]);

const isEnd = (value: unknown): value is End =>
  isRecord(value) && typeof value['id'] === 'string' && typeof value['state'] === 'string';

/** How the approvals stand that Plumbline tells of, by id; undefined where what it told is nothing of the kind. */
export const endsIn = (body: unknown): ReadonlyMap<string, End> | undefined => {
  if (!isRecord(body) || !Array.isArray(body['approvals'])) return undefined;
  return new Map(body['approvals'].filter(isEnd).map((each) => [each.id, each]));
};

/** Ids of the approvals that the items wait for. */
export const awaited = (held: readonly HeldItem[]): readonly string[] =>
  held.flatMap(({ approval }) => (approval === null ? [] : [approval]));

const lost: Settled['way'] = 'ask';

/**
 * The ways of all items once every approval has ended; a number of those that are still open before. What Plumbline
 * does not know any more, or tells in a word that is not known here, asks a person.
 */
export const settledBy = (
  held: readonly HeldItem[],
  known: ReadonlyMap<string, End>,
): readonly Settled[] | number => {
  const open = awaited(held).filter((id) => known.get(id)?.state === 'open').length;
  if (open > 0) return open;
  return held.map(({ way, field, approval }) => {
    if (approval === null) return { way, field };
    const end = known.get(approval);
    const found = end === undefined ? lost : (ends.get(end.state) ?? lost);
    const said = {
      id: approval,
      state: end?.state ?? 'unknown',
      by: end?.answeredBy ?? null,
      comment: end?.comment ?? null,
    };
    // An edit without what is to go out instead would send what was not accepted.
    const content = end?.state === 'edited' ? end.edited : null;
    const broken = end?.state === 'edited' && !isRecord(content);
    const to = broken ? lost : found;
    return { way: to, field: answeredField(field, to, said, content) };
  });
};

const isHeldItem = (value: unknown): value is HeldItem =>
  isRecord(value) &&
  (value['way'] === 'go' || value['way'] === 'ask' || value['way'] === 'stop') &&
  isRecord(value['field']) &&
  (value['approval'] === null || typeof value['approval'] === 'string');

/** What was kept with the execution; undefined where that is nothing of the kind. */
export const heldIn = (kept: unknown): readonly HeldItem[] | undefined =>
  Array.isArray(kept) && kept.every(isHeldItem) ? kept : undefined;
