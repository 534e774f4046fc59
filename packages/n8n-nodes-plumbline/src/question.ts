import type { Question } from './decision.ts';

/** What the fields of the node say of one item; empty ones are not known. */
export interface Filled {
  readonly action: string;
  readonly channel?: string;
  readonly audience?: string;
  readonly recipient?: string;
  readonly text?: string;
  readonly purpose?: string;
  readonly writtenBy?: string;
  readonly amount?: number;
  readonly currency?: string;
  /** The fields under *More That Is Known*. */
  readonly more?: Readonly<Record<string, unknown>>;
}

export interface Asker {
  readonly caller: string;
  readonly flow: { readonly source: string; readonly id: string } | null;
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;
const number = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;
/** `yes`, `no` or not known, as the node's lists give it. */
const yesOrNo = (value: unknown): boolean | null => (value === 'yes' ? true : value === 'no' ? false : null);

const writers: Readonly<Record<string, boolean>> = { model: true, person: false };

type Facts = NonNullable<Question['facts']>;

/** Facts of one's own: an object, or JSON of one. Anything else is not known. */
const ownFacts = (value: unknown): Facts['own'] => {
  let given = value;
  if (typeof value === 'string') {
    try {
      given = JSON.parse(value);
    } catch {
      return null;
    }
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return null;
  const scalars = Object.entries(given).filter(([, each]) =>
    ['boolean', 'number', 'string'].includes(typeof each),
  );
  return scalars.length === 0 ? null : Object.fromEntries(scalars);
};

/** Leaves out what is not known. */
const known = <T extends object>(given: T): T | null => {
  const entries = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  return entries.length === 0 ? null : (Object.fromEntries(entries) as T);
};

/** The question about one item. Words that the API does not know are sent as they are: it says what is wrong. */
export const questionOf = (filled: Filled, asker: Asker, idempotencyKey: string): Question => {
  const { more = {} } = filled;
  const facts = known({
    purpose: text(filled.purpose),
    aiGenerated: writers[filled.writtenBy ?? ''] ?? null,
    amount: number(filled.amount ?? more['amount']),
    currency:
      text(filled.currency ?? more['currency'])
        ?.trim()
        .toUpperCase() ?? null,
    reviewedBy: text(more['reviewedBy']),
    decidedBy: text(more['decidedBy']),
    consequential: yesOrNo(more['consequential']),
    sentiment: text(more['sentiment']),
    confidence: number(more['confidence']),
    turns: number(more['turns']),
    personOffered: yesOrNo(more['personOffered']),
    own: ownFacts(more['own']),
  });
  const question = {
    caller: asker.caller.slice(0, 200),
    action: filled.action.trim(),
    flow: asker.flow,
    channel: text(filled.channel)?.trim() ?? null,
    audience: text(filled.audience),
    recipient: known({
      address: text(filled.recipient)?.trim() ?? null,
      country: text(more['country'])?.trim().toUpperCase() ?? null,
      timeZone: text(more['timeZone'])?.trim() ?? null,
      locale: text(more['locale'])?.trim() ?? null,
    }),
    content: known({
      subject: text(more['subject']),
      text: text(filled.text),
      html: text(more['html']),
      said: text(more['said']),
    }),
    facts,
    idempotencyKey,
  };
  return known(question) as Question;
};

/** Names one question for good: the same run of the same node asks about the same item once, however often it tries. */
export const keyOf = (execution: string, node: string, run: number, item: number): string =>
  `n8n/${execution}/${node}/${run}/${item}`.slice(0, 200);
