import type { Intake } from './conversation.ts';
import type { Delivery } from './delivery.ts';
import type { Step } from './flow.ts';

const service = (step: Step): string => step.type.replace(/Trigger$/, '');

/** Does this message answer whoever came in by `intake`? */
export const answers = (intake: Intake, each: Delivery): boolean => {
  if (each.audience.starts.has(intake.position) || each.inPlace) return true;
  if (intake.via === 'email') return each.message.to.kind === 'origin';
  if (each.audience.fixed && each.models.length > 0 && service(each.step) === service(intake.step))
    return true;
  if (intake.who === 'staff') return each.audience.who === 'staff' && each.message.to.kind !== 'list';
  return (
    each.message.to.kind === 'origin' || each.audience.who === 'customer' || each.audience.who === 'unknown'
  );
};
