import { z } from 'zod';
import { has } from '../../flow/graph.ts';
import { wayTo } from '../../flow/messages/outgoing.ts';
import { type Proactive, proactiveOf } from '../../flow/messages/proactive.ts';
import { valueCheckBefore } from '../../flow/people/value-check.ts';
import { type ContactCap, contactCapOf } from '../../flow/reach/contact-cap.ts';
import { hiddenBefore } from '../../flow/reach/time-rule.ts';
import type { FlowView } from '../../flow/view.ts';
import { defineCheck, listed, named, notApplicable, type Place } from '../define.ts';

const adjustment = 'Cap how many and how often';

const cappedBy = ({ by, step }: ContactCap): string => {
  switch (by) {
    case 'pace':
      return `${named(step)} leaves a pause between two recipients`;
    case 'last-contact':
      return `${named(step)} looks at when or how often somebody was written to before`;
    case 'query':
      return `${named(step)} takes only so many people in one run`;
    default:
      return `${named(step)} lets only so many through`;
  }
};

/** People are looked up in a list, in one run; what answers an event goes to the one it is about. */
const reachesMany = (view: FlowView, { by, outgoing, before }: Proactive): boolean => {
  const { recipient, delivery } = outgoing;
  if (delivery.audience.list) return true;
  if (by !== 'event')
    return recipient.records.size > 0 || recipient.starts.size + recipient.fixed.length === 0;
  return (
    recipient.records.size > 0 &&
    [...before].some((at) => {
      const step = view.graph.steps[at];
      return step !== undefined && has(step, 'loops') && view.graph.live[at] === true;
    })
  );
};

const placeFor = (view: FlowView, proactive: Proactive): Place | null => {
  const { delivery, purpose } = proactive.outgoing;
  const about = [delivery.step];
  const witness = wayTo(view, delivery.position);
  const cap = contactCapOf(view.graph, proactive);
  if (cap !== null)
    return {
      verdict: 'pass',
      evidence: cap.evidence,
      about,
      witness,
      message: `${named(delivery.step)} stays within bounds: ${cappedBy(cap)}.`,
    };
  // A message per appointment or bill, and one to one list, are bounded by what they are about.
  if (
    purpose === 'appointment' ||
    purpose === 'transaction' ||
    delivery.audience.fixed ||
    !reachesMany(view, proactive)
  )
    return null;
  const open = { verdict: 'unknown', evidence: 'inferred', about, witness, adjustment } as const;
  if (delivery.audience.list)
    return {
      ...open,
      message: `${named(delivery.step)} hands its message to a mailing service, which may limit how often one person is written to.`,
      question: `Does the mailing service behind ${named(delivery.step)} limit how often one person is written to?`,
    };
  if (proactive.by === 'call')
    return {
      ...open,
      message: `${named(delivery.step)} is sent whenever another flow calls this one, and that one decides how often.`,
      question: `Does the flow that calls this one limit how often ${named(delivery.step)} goes out?`,
    };
  const checked = valueCheckBefore(view.graph, delivery.position);
  if (checked !== null)
    return {
      ...open,
      evidence: 'proven',
      message: `${named(checked)} asks Plumbline before ${named(delivery.step)}; how often one person may be written to is kept there, if your values profile says so.`,
      question: `Does your values profile limit how often one person is written to, so that ${named(checked)} keeps to it?`,
    };
  const hidden = hiddenBefore(view.graph, proactive);
  if (hidden.length > 0)
    return {
      ...open,
      message: `What ${listed(hidden)} does was removed from this file, so a limit may be hidden there.`,
      question: `Does ${listed(hidden.slice(0, 1))} or a step after it limit how many people get ${named(delivery.step)}?`,
    };
  return {
    verdict: 'fail',
    evidence: proactive.outgoing.sure ? 'proven' : 'inferred',
    about,
    witness,
    message: `${named(delivery.step)} writes to everybody it finds, as often as this flow runs: nothing limits how many in one go or how soon the same person is written to again. Cap the number per run, pause between two recipients, or leave out who was written to in the last days.`,
    adjustment,
  };
};

export const check = defineCheck({
  meta: {
    id: 'require-contact-limit',
    title: 'We do not flood our customers',
    summary:
      'Messages that the business starts by itself are limited in number or pace: per run, per day, or per person.',
    values: ['customer-intimacy', 'community-focus'],
    appliesTo: 'Flows that write to many customers unasked',
    options: z.strictObject({}),
    version: 2,
    since: '0.1.0',
  },
  evaluate: (view): readonly Place[] => {
    const places = proactiveOf(view)
      .filter(({ outgoing }) => outgoing.delivery.audience.who === 'customer')
      .flatMap((each) => placeFor(view, each) ?? []);
    return places.length > 0 ? places : notApplicable('It does not write to many customers by itself.');
  },
});
