import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Question } from './decision.ts';
import { filledFor, readerOf } from './fill.ts';
import { type Asker, keyOf, questionOf } from './question.ts';

export const askerOf = (context: IExecuteFunctions): Asker => {
  const { id, name } = context.getWorkflow();
  const source = String(context.getNodeParameter('source', 0, 'n8n')).trim();
  return {
    caller: `n8n/${name ?? 'unnamed'}`,
    flow: id === undefined || id === '' ? null : { source: source === '' ? 'n8n' : source, id },
  };
};

export const runOf = (context: IExecuteFunctions): number =>
  Number(context.getWorkflowDataProxy(0)['$runIndex'] ?? 0) || 0;

/** Address at which this very node of this very execution is woken. */
const resumeUrl = (context: IExecuteFunctions): string => {
  const url = new URL(String(context.evaluateExpression('{{ $execution.resumeUrl }}', 0)));
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${context.getNode().id}`;
  return url.toString();
};

/** The approval that is wished where the node waits for the answer. */
const wishOf = (context: IExecuteFunctions): Question['approval'] => {
  if (context.getNodeParameter('wait', 0, false) !== true) return undefined;
  const names = String(context.getNodeParameter('who', 0, '')).split(',');
  return {
    who: names.map((each) => each.trim()).filter((each) => each !== ''),
    minutes: Number(context.getNodeParameter('waitMinutes', 0, 1440)),
    resume: { url: resumeUrl(context) },
  };
};

/** A question for each item. Nothing can wait inside an agent, so no approval is opened there. */
export const questionsFor = (
  context: IExecuteFunctions,
  count: number,
  tool: boolean,
): readonly Question[] => {
  const asker = askerOf(context);
  const operation = context.getNodeParameter('operation', 0, 'message');
  const run = runOf(context);
  const { id } = context.getNode();
  const read = readerOf(context);
  const approval = tool ? undefined : wishOf(context);
  return Array.from({ length: count }, (_, item) => {
    const key = keyOf(context.getExecutionId(), id, run, item);
    const question = {
      ...questionOf(filledFor(operation, read(item)), asker, key),
      ...(approval === undefined ? {} : { approval }),
    };
    // Calls of an agent may share their run, so what is asked tells them apart.
    return tool ? { ...question, idempotencyKey: `${key}/${hashOf(question)}` } : question;
  });
};

const hashOf = (question: Question): string =>
  createHash('sha256').update(JSON.stringify(question)).digest('hex').slice(0, 16);
