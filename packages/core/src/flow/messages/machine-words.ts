import type { Step } from '../flow.ts';
import type { Reached } from '../graph.ts';
import { mostIntakes, partnerOf } from '../people/partner.ts';
import { perView } from '../per-view.ts';
import type { FlowView } from '../view.ts';
import type { Delivery } from './delivery.ts';
import { keptTextOf } from './kept-text.ts';
import { modelBehind } from './model-behind.ts';

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

/** An answer to whoever wrote, and not a mail to somebody else or a post for everybody. */
const canAnswer = ({ audience, message }: Delivery): boolean =>
  audience.who !== 'public' && (message.to.kind !== 'given' || message.channel !== 'email');

/** What can follow the starts at which only the business writes, and those at which perhaps only it does. */
const ownReach = (
  view: FlowView,
): { readonly own: Reached; readonly perhaps: readonly (readonly [Step, Reached])[] } => {
  const own: number[] = [];
  const perhaps: (readonly [Step, Reached])[] = [];
  for (const intake of view.intakes.slice(0, mostIntakes)) {
    const partner = partnerOf(view, intake);
    if (partner.is === 'operator' && partner.certain) own.push(intake.position);
    else if (partner.is !== 'customer') perhaps.push([intake.step, view.graph.after([intake.position])]);
  }
  return { own: view.graph.after(own), perhaps };
};

/** Everything made by a model that goes to people outside, drafts included; answers to the business itself left out. */
export const machineMessagesOf = perView((view): readonly MachineMessage[] => {
  const { own, perhaps } = ownReach(view);
  return view.deliveries.flatMap((delivery): readonly MachineMessage[] => {
    if (!outsiders.has(delivery.audience.who) && !delivery.draft) return [];
    const kept = keptTextOf(view, delivery);
    const behind = kept === null ? modelBehind(view.graph, delivery) : null;
    const models = kept !== null ? [kept.model] : behind !== null ? [behind] : delivery.models;
    if (models.length === 0 || (own.has(delivery.position) && canAnswer(delivery))) return [];
    return [
      {
        delivery,
        models,
        evidence: kept === null && behind === null ? 'proven' : 'inferred',
        perhapsOwn: canAnswer(delivery)
          ? (perhaps.find(([, reached]) => reached.has(delivery.position))?.[0] ?? null)
          : null,
      },
    ];
  });
});
