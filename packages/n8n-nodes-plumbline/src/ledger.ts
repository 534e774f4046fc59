import type { components } from './api.gen.ts';
import type { Question } from './decision.ts';

/** One thing that went without an answer, as Plumbline is told later. */
export type Entry = components['schemas']['UnansweredAction'];

/** Most entries that wait. */
export const mostEntries = 200;

/** What went without an answer, until Plumbline has it. */
export interface Ledger {
  /** False where there is no room: then it must not go. */
  readonly add: (entry: Entry) => boolean;
  readonly waiting: () => readonly Entry[];
  /** Plumbline has these. */
  readonly drop: (ids: readonly string[]) => void;
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'at' in value &&
  typeof value.at === 'string' &&
  'request' in value;

/** A ledger in the workflow's static data, which n8n keeps from one production run to the next. */
export const ledgerIn = (kept: Record<string, unknown>): Ledger => {
  const entries = (): readonly Entry[] =>
    Array.isArray(kept['unanswered']) ? kept['unanswered'].filter(isEntry) : [];
  return {
    add: (entry) => {
      const now = entries();
      if (now.some((each) => each.id === entry.id)) return true;
      if (now.length >= mostEntries) return false;
      // A new list each time: n8n keeps static data only where it sees it change.
      kept['unanswered'] = [...now, entry];
      return true;
    },
    waiting: entries,
    drop: (ids) => {
      const gone = new Set(ids);
      const left = entries().filter((each) => !gone.has(each.id));
      if (left.length === 0) delete kept['unanswered'];
      else kept['unanswered'] = left;
    },
  };
};

/** What is told of a question that went without an answer: all but what was written. */
export const entryOf = (question: Question, id: string, at: string, why: string): Entry => ({
  id,
  at,
  why: why.slice(0, 500),
  request: {
    caller: question.caller,
    flow: question.flow ?? null,
    action: question.action,
    channel: question.channel ?? null,
    audience: question.audience ?? null,
    recipient: question.recipient ?? null,
    facts: question.facts ?? null,
  },
});
