import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { here } from './ask.ts';
import { batches } from './batches.ts';
import { ways } from './decision.ts';
import { exchange, type Send, wordsOf } from './exchange.ts';
import { awaited, endsIn, type HeldItem, type Settled, settledBy } from './held.ts';
import { pausedIn } from './paused.ts';
import { senderOf } from './send.ts';

/** Asks Plumbline how it ended, whoever called and whatever the call said. A text says why that cannot be told now. */
export const askHowItEnded = async (
  send: Send,
  held: readonly HeldItem[],
): Promise<readonly Settled[] | number | string> => {
  const known = new Map();
  for (const ids of batches(awaited(held))) {
    const result = await exchange(send, { method: 'POST', path: `${here}/approvals/see`, body: { ids } });
    if (result.kind === 'none') return result.why;
    if (result.kind === 'refused') return result.problem.detail;
    const ends = endsIn(result.body);
    if (ends === undefined) return 'Plumbline did not say how the approvals stand.';
    for (const [id, end] of ends) known.set(id, end);
  }
  return settledBy(held, known);
};

/** Each item on its way, beside its field. */
export const placedItems = (
  items: readonly INodeExecutionData[],
  settled: readonly Settled[],
): INodeExecutionData[][] =>
  ways.map((way) =>
    items.flatMap((item, index) => {
      const { way: own, field } = settled[index] ?? { way: 'ask' as const, field: {} };
      if (own !== way) return [];
      return [{ ...item, json: { ...item.json, plumbline: field }, pairedItem: { item: index } }];
    }),
  ) as INodeExecutionData[][];

/** Answers the call and leaves the execution waiting. */
const stay = (context: IWebhookFunctions, status: number, body: object): IWebhookResponseData => {
  context.getResponseObject().status(status).json(body);
  return { noWebhookResponse: true };
};

/**
 * Somebody calls the address that a waiting execution has: asks Plumbline, and goes on once everything is answered.
 * Never throws, for n8n would take that as a result and let it out by the first output.
 */
export const resume = async (context: IWebhookFunctions): Promise<IWebhookResponseData> => {
  try {
    const paused = pausedIn(context);
    if (paused === undefined) return stay(context, 409, { message: 'Nothing waits here.' });
    const ended = await askHowItEnded(senderOf(context), paused.held);
    // Whoever calls tries again later.
    if (typeof ended === 'string') return stay(context, 503, { message: ended });
    if (typeof ended === 'number') return stay(context, 200, { waiting: ended });
    // In the old order of execution a node whose first input is empty does not run at all.
    if (context.getWorkflowSettings().executionOrder === 'v1') paused.runAgain();
    return {
      workflowData: placedItems(paused.items, ended),
      webhookResponse: { message: 'Everything is answered.' },
    };
  } catch (error) {
    return stay(context, 503, { message: wordsOf(error) });
  }
};
