import { type IExecuteFunctions, type INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import { ways } from './decision.ts';
import { isRecord } from './exchange.ts';
import { heldIn } from './held.ts';
import { heldName } from './paused.ts';

/** The three lists that a resumed run is given; undefined in any other, for the node has one input. */
const listsOf = (context: IExecuteFunctions): INodeExecutionData[][] | undefined => {
  try {
    return ways.map((_, at) => context.getInputData(at));
  } catch {
    return undefined;
  }
};

const decisionOf = (value: unknown): unknown => (isRecord(value) ? value['decision'] : undefined);

/**
 * What goes on after a wait, each item on the way that `resume` has put it; undefined in a run that has not waited.
 * Throws where the items are not those that waited.
 */
export const handedBack = (context: IExecuteFunctions): INodeExecutionData[][] | undefined => {
  const kept = context.getContext('node');
  const held = heldIn(kept[heldName]);
  const lists = held === undefined ? undefined : listsOf(context);
  if (held === undefined || lists === undefined) return undefined;
  delete kept[heldName];
  const known = new Set(held.map(({ field }) => field.decision));
  const items = lists.flat();
  const same =
    items.length === held.length &&
    items.every(({ json }) => known.has(decisionOf(json['plumbline']) as string));
  if (!same) throw new NodeOperationError(context.getNode(), 'What came back is not what waited here.');
  return lists;
};
