import { type IExecuteFunctions, type INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import { type Way, ways } from './decision.ts';
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
  const used = new Set<number>();
  // n8n has paired them with the lists they came in; the nodes before know them by their place among all.
  const placeOf = (item: INodeExecutionData, way: Way): number => {
    const decision = decisionOf(item.json['plumbline']);
    return held.findIndex(
      (each, at) =>
        !used.has(at) && each.field.decision === decision && (each.approval !== null || each.way === way),
    );
  };
  const strange = (): NodeOperationError =>
    new NodeOperationError(context.getNode(), 'What came back is not what waited here.');
  const back = ways.map((way, at) =>
    (lists[at] ?? []).map((item) => {
      const place = placeOf(item, way);
      if (place === -1) throw strange();
      used.add(place);
      return { ...item, pairedItem: { item: place } };
    }),
  );
  if (used.size !== held.length) throw strange();
  return back;
};
