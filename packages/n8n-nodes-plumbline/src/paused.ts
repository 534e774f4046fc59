import type { INodeExecutionData, IRunExecutionData, IWebhookFunctions } from 'n8n-workflow';
import { isRecord } from './exchange.ts';
import { type HeldItem, heldIn } from './held.ts';

/** Where the node keeps what waits, in the context that n8n keeps for it with the execution. */
export const heldName = 'plumblineHeld';

/** An execution that waits at this node. */
export interface Paused {
  readonly items: readonly INodeExecutionData[];
  readonly held: readonly HeldItem[];
  /**
   * Lets the node itself run once more with what is handed back. An older n8n forwards only the first output of a node
   * that waited, and so would lose what is to stop.
   */
  readonly runAgain: () => void;
}

/**
 * What waits at this node. n8n hands it to the context of the webhook and gives no other way to the items; where it is
 * not there as expected, nothing is paused, and so nothing is let out.
 */
export const pausedIn = (context: IWebhookFunctions): Paused | undefined => {
  const run: unknown = Reflect.get(context, 'runExecutionData');
  if (!isRecord(run) || !isRecord(run['executionData'])) return undefined;
  const execution = run['executionData'] as unknown as NonNullable<IRunExecutionData['executionData']>;
  const entry = execution.nodeExecutionStack[0];
  const { name } = context.getNode();
  const items = entry?.data['main']?.[0];
  const held = heldIn(execution.contextData[`node:${name}`]?.[heldName]);
  if (entry?.node.name !== name || !Array.isArray(items) || held?.length !== items.length) return undefined;
  return {
    items,
    held,
    runAgain: () => {
      entry.node.disabled = false;
    },
  };
};
