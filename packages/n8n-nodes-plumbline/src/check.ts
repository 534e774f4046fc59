import { type IExecuteFunctions, type INodeExecutionData, NodeApiError } from 'n8n-workflow';
import { askAll, Refused, tellUnrecorded } from './ask.ts';
import { type Question, type Verdict, type Way, ways } from './decision.ts';
import { wordsOf } from './exchange.ts';
import { fieldOf } from './field.ts';
import { filledFor } from './fill.ts';
import { entryOf, type Ledger, ledgerIn } from './ledger.ts';
import { type Asker, keyOf, questionOf } from './question.ts';
import { credential, senderOf } from './send.ts';
import { fallbackOf, wayWithoutAnswer } from './without-answer.ts';

/** As an agent's tool only the first output is read, so there every item leaves by it. */
const isTool = (context: IExecuteFunctions): boolean => context.getNode().type.endsWith('Tool');

const askerOf = async (context: IExecuteFunctions): Promise<Asker> => {
  const { id, name } = context.getWorkflow();
  const { source } = await context.getCredentials<{ source?: string }>(credential);
  return {
    caller: `n8n/${name ?? 'unnamed'}`,
    flow: id === undefined || id === '' ? null : { source: source?.trim() || 'n8n', id },
  };
};

const runOf = (context: IExecuteFunctions): number =>
  Number(context.getWorkflowDataProxy(0)['$runIndex'] ?? 0) || 0;

const questionsFor = async (context: IExecuteFunctions, count: number): Promise<readonly Question[]> => {
  const asker = await askerOf(context);
  const operation = context.getNodeParameter('operation', 0, 'message');
  const run = runOf(context);
  const { id } = context.getNode();
  return Array.from({ length: count }, (_, item) =>
    questionOf(filledFor(context, operation, item), asker, keyOf(context.getExecutionId(), id, run, item)),
  );
};

/** The ledger of this workflow; null in a manual run, of which n8n keeps nothing. */
const ledgerOf = (context: IExecuteFunctions): Ledger | null =>
  context.getMode() === 'manual' ? null : ledgerIn(context.getWorkflowStaticData('node'));

/** A request that Plumbline refuses is a mistake in the node or its key, and stops the flow with its words. */
const refusal = (context: IExecuteFunctions, { problem }: Refused): NodeApiError =>
  new NodeApiError(
    context.getNode(),
    { ...problem },
    {
      message: `${problem.title}: ${problem.detail}`,
      description: problem.fix,
      httpCode: String(problem.status),
    },
  );

interface Placed {
  readonly way: Way;
  readonly item: INodeExecutionData;
}

interface Settled {
  readonly verdict: Verdict;
  readonly way: Way;
  readonly note?: string;
}

/** Puts the items on their ways. They stay as they are, but for the field beside them. */
const placed = (items: readonly INodeExecutionData[], settle: (item: number) => Settled): readonly Placed[] =>
  items.map((item, index) => {
    const { verdict, way, note } = settle(index);
    const plumbline = fieldOf(verdict, way, note);
    return { way, item: { ...item, json: { ...item.json, plumbline }, pairedItem: { item: index } } };
  });

const outputs = (context: IExecuteFunctions, all: readonly Placed[]): INodeExecutionData[][] =>
  isTool(context)
    ? [all.map(({ item }) => item)]
    : ways.map((way) => all.filter((each) => each.way === way).map(({ item }) => item));

const noAnswer = (why: string): Verdict => ({ kind: 'no-answer', why, decision: null });

/** The ways of all items, and what the editor has to be told where a go could not be recorded. */
const settled = (
  context: IExecuteFunctions,
  questions: readonly Question[],
  verdicts: readonly Verdict[],
  ledger: Ledger | null,
): readonly Settled[] => {
  const fallback = fallbackOf(context.getNodeParameter('withoutAnswer', 0, 'ask'));
  const at = new Date().toISOString();
  const all = questions.map((question, index): Settled => {
    const verdict = verdicts[index] ?? noAnswer('There is no answer.');
    if (verdict.kind === 'decided') return { verdict, way: verdict.way };
    const entry = entryOf(question, question.idempotencyKey ?? '', at, verdict.why);
    return { verdict, ...wayWithoutAnswer(fallback, entry, ledger) };
  });
  const unkept = all.filter(({ note }) => note !== undefined);
  const [first] = unkept;
  if (first !== undefined) {
    const message = `${unkept.length} of ${all.length} items had no answer and ask a person. ${first.note}`;
    context.addExecutionHints({ message, location: 'outputPane', type: 'warning' });
  }
  return all;
};

const asked = async (
  context: IExecuteFunctions,
  items: readonly INodeExecutionData[],
): Promise<readonly Placed[]> => {
  const questions = await questionsFor(context, items.length);
  const send = await senderOf(context);
  const ledger = ledgerOf(context);
  if (ledger !== null) await tellUnrecorded(send, ledger);
  const verdicts = await askAll(send, questions);
  const all = settled(context, questions, verdicts, ledger);
  return placed(items, (index) => all[index] ?? { verdict: noAnswer('There is no answer.'), way: 'ask' });
};

/** Asks about every item at once and gives each its output: go, ask a person, stop. */
export const check = async (context: IExecuteFunctions): Promise<INodeExecutionData[][]> => {
  const items = context.getInputData();
  try {
    return outputs(context, await asked(context, items));
  } catch (error) {
    const known = error instanceof Refused ? refusal(context, error) : error;
    // Where a node fails and may go on, n8n lets everything out by the first output, and that is Go.
    if (!context.continueOnFail()) throw known;
    const way = fallbackOf(context.getNodeParameter('withoutAnswer', 0, 'ask')) === 'stop' ? 'stop' : 'ask';
    const verdict = noAnswer(wordsOf(known));
    return outputs(
      context,
      placed(items, () => ({ verdict, way })),
    );
  }
};
