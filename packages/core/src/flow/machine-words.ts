import type { Delivery } from './delivery.ts';
import type { Step } from './flow.ts';
import { keptTextOf } from './kept-text.ts';
import { modelBehind } from './model-behind.ts';
import { partnerOf } from './partner.ts';
import type { FlowView } from './view.ts';

/** A message to people outside that carries what a model made. */
export interface MachineMessage {
  readonly delivery: Delivery;
  readonly models: readonly number[];
  /** `inferred`: the words could not be followed all the way from the model. */
  readonly evidence: 'proven' | 'inferred';
  /** It answers a start at which perhaps only the business itself writes. */
  readonly perhapsOwn: Step | null;
}

const outsiders = new Set(['customer', 'public', 'partner']);

/** The start among `starts` that a delivery answers, if it is an answer and not a message to somebody else. */
export const answersOne = (view: FlowView, starts: ReadonlySet<number>, delivery: Delivery): Step | null => {
  if (starts.size === 0 || delivery.audience.who === 'public') return null;
  if (delivery.message.to.kind === 'given' && delivery.message.channel === 'email') return null;
  const before = view.graph.before(delivery.position);
  for (const position of starts) if (before.has(position)) return view.graph.steps[position] ?? null;
  return null;
};

/** Starts at which only the business writes, and those at which perhaps only it does. */
export const ownStarts = (
  view: FlowView,
): { readonly own: ReadonlySet<number>; readonly perhaps: ReadonlySet<number> } => {
  const own = new Set<number>();
  const perhaps = new Set<number>();
  for (const intake of view.intakes.slice(0, 25)) {
    const partner = partnerOf(view, intake);
    if (partner.is === 'operator' && partner.certain) own.add(intake.position);
    else if (partner.is !== 'customer') perhaps.add(intake.position);
  }
  return { own, perhaps };
};

/** Everything made by a model that goes to people outside, drafts included; answers to the business itself left out. */
export const machineMessagesOf = (view: FlowView): readonly MachineMessage[] => {
  const { own, perhaps } = ownStarts(view);
  return view.deliveries.flatMap((delivery): readonly MachineMessage[] => {
    if (!outsiders.has(delivery.audience.who) && !delivery.draft) return [];
    const kept = keptTextOf(view, delivery);
    const behind = kept === null ? modelBehind(view.graph, delivery) : null;
    const models = kept !== null ? [kept.model] : behind !== null ? [behind] : delivery.models;
    if (models.length === 0 || answersOne(view, own, delivery) !== null) return [];
    return [
      {
        delivery,
        models,
        evidence: kept === null && behind === null ? 'proven' : 'inferred',
        perhapsOwn: answersOne(view, perhaps, delivery),
      },
    ];
  });
};
