import type { Step } from '../flow.ts';
import { has } from '../graph.ts';
import type { Delivery } from '../messages/delivery.ts';
import type { Intake } from './conversation.ts';

/** The service a step works with, the same for what it starts by and what it sends by. */
export const serviceOf = (step: Step): string => step.type.replace(/Trigger$/, '');

/** Does this message answer whoever came in by `intake`? */
export const answers = (intake: Intake, each: Delivery): boolean => {
  if (each.audience.starts.has(intake.position) || each.inPlace) return true;
  if (intake.via === 'email') return each.message.to.kind === 'origin';
  if (each.audience.fixed && each.models.length > 0 && serviceOf(each.step) === serviceOf(intake.step))
    return true;
  if (intake.who === 'staff') return each.audience.who === 'staff' && each.message.to.kind !== 'list';
  return (
    each.message.to.kind === 'origin' || each.audience.who === 'customer' || each.audience.who === 'unknown'
  );
};

/** Written without having been asked: no answer in place. A help desk can be written into at any time. */
export const ownAccord = (each: Delivery): boolean =>
  !each.inPlace &&
  (each.message.channel !== 'reply' || each.step.host !== '' || has(each.step, 'opens:ticket'));
