import {
  type IExecuteFunctions,
  type INodeExecutionData,
  NodeApiError,
  WAIT_INDEFINITELY,
} from 'n8n-workflow';
import { askAll, Refused, tellUnanswered } from './ask.ts';
import { type Question, type Verdict, ways } from './decision.ts';
import { type Send, wordsOf } from './exchange.ts';
import { fieldOf } from './field.ts';
import { handedBack } from './handed-back.ts';
import type { HeldItem, Settled } from './held.ts';
import { entryOf, type Ledger, ledgerIn } from './ledger.ts';
import { heldName } from './paused.ts';
import { questionsFor } from './questions.ts';
import { askHowItEnded, placedItems } from './resume.ts';
import { senderOf } from './send.ts';
import { fallbackOf, wayWithoutAnswer } from './without-answer.ts';

/** As an agent's tool only the first output is read, so there every item leaves by it, and nothing waits. */
const isTool = (context: IExecuteFunctions): boolean => context.getNode().type.endsWith('Tool');

/** The ledger of this workflow; null in a manual run, of which n8n keeps nothing. */
const ledgerOf = (context: IExecuteFunctions): Ledger | null =>
  context.getMode() === 'manual' ? null : ledgerIn(context.getWorkflowStaticData('node'));

/** A request that Plumbline refuses is a mistake in the node or its key, and stops the flow with its words. */
const refusal = (context: IExecuteFunctions, { problem, item }: Refused): NodeApiError =>
  new NodeApiError(
    context.getNode(),
    { ...problem },
    {
      message: `${problem.title}: ${problem.detail}`,
      description: problem.fix,
      httpCode: String(problem.status),
      ...(item === undefined ? {} : { itemIndex: item }),
    },
  );

const noAnswer = (why: string): Verdict => ({ kind: 'no-answer', why, decision: null });

/** The ways of all items, and what the editor has to be told where a go could not be recorded. */
const settled = (
  context: IExecuteFunctions,
  questions: readonly Question[],
  verdicts: readonly Verdict[],
  ledger: Ledger | null,
): readonly HeldItem[] => {
  const fallback = fallbackOf(context.getNodeParameter('withoutAnswer', 0, 'ask'));
  const at = new Date().toISOString();
  const notes: string[] = [];
  const all = questions.map((question, index): HeldItem => {
    const verdict = verdicts[index] ?? noAnswer('There is no answer.');
    if (verdict.kind === 'decided') {
      const { way, decision } = verdict;
      return { way, field: fieldOf(verdict, way, undefined), approval: decision.approval?.id ?? null };
    }
    const entry = entryOf(question, question.idempotencyKey ?? '', at, verdict.why);
    const { way, note } = wayWithoutAnswer(fallback, entry, ledger);
    if (note !== undefined) notes.push(note);
    return { way, field: fieldOf(verdict, way, note), approval: null };
  });
  if (notes.length > 0) {
    const message = `${notes.length} of ${all.length} items had no answer and ask a person. ${notes[0]}`;
    context.addExecutionHints({ message, location: 'outputPane', type: 'warning' });
  }
  return all;
};

const outputs = (
  context: IExecuteFunctions,
  items: readonly INodeExecutionData[],
  all: readonly Settled[],
): INodeExecutionData[][] => {
  const lists = placedItems(items, all);
  return isTool(context) ? [lists.flat()] : lists;
};

/** Holds all items until every approval has ended; at once where all have, as when a run is tried again. */
const waited = async (
  context: IExecuteFunctions,
  send: Send,
  items: readonly INodeExecutionData[],
  held: readonly HeldItem[],
): Promise<INodeExecutionData[][]> => {
  const ended = await askHowItEnded(send, held);
  if (typeof ended === 'object') return outputs(context, items, ended);
  // n8n keeps the items themselves with the execution; here is only what is to be done with each.
  context.getContext('node')[heldName] = held;
  // Without end: at a date n8n would go on by itself, and let all of it out by the first output.
  await context.putExecutionToWait(WAIT_INDEFINITELY);
  return ways.map(() => []);
};

const asked = async (
  context: IExecuteFunctions,
  items: readonly INodeExecutionData[],
): Promise<INodeExecutionData[][]> => {
  const questions = questionsFor(context, items.length, isTool(context));
  const send = senderOf(context);
  const ledger = ledgerOf(context);
  const givenUp = ledger === null ? 0 : await tellUnanswered(send, ledger);
  if (givenUp > 0)
    context.logger.warn(`Plumbline does not take ${givenUp} records of what went without an answer.`);
  const verdicts = await askAll(send, questions);
  const all = settled(context, questions, verdicts, ledger);
  const waits = all.some(({ approval }) => approval !== null);
  return waits ? waited(context, send, items, all) : outputs(context, items, all);
};

/**
 * Asks about every item at once and gives each its output: go, ask a person, stop. Where a node fails and may go on,
 * n8n lets everything out by the first output, and that is Go: so there nothing is thrown.
 */
export const check = async (context: IExecuteFunctions): Promise<INodeExecutionData[][]> => {
  try {
    return handedBack(context) ?? (await asked(context, context.getInputData()));
  } catch (error) {
    const known = error instanceof Refused ? refusal(context, error) : error;
    if (!context.continueOnFail()) throw known;
    const way = fallbackOf(context.getNodeParameter('withoutAnswer', 0, 'ask')) === 'stop' ? 'stop' : 'ask';
    const items = context.getInputData();
    const fix = error instanceof Refused ? ` ${error.problem.fix}` : '';
    const field = fieldOf(noAnswer(wordsOf(known) + fix), way, undefined);
    return outputs(
      context,
      items,
      items.map(() => ({ way, field })),
    );
  }
};
