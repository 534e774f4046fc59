import { z } from 'zod';
import { wayTo } from '../../flow/messages/outgoing.ts';
import { type Proactive, proactiveOf } from '../../flow/messages/proactive.ts';
import { valueCheckBefore } from '../../flow/people/value-check.ts';
import { hiddenBefore, type TimeRule, timeRuleOf } from '../../flow/reach/time-rule.ts';
import type { FlowView } from '../../flow/view.ts';
import { defineCheck, listed, named, notApplicable, type Place } from '../define.ts';

const adjustment = 'Send only at decent hours';

const keptBy = ({ by, step }: TimeRule): string => {
  switch (by) {
    case 'schedule':
      return `${named(step)} only starts it on chosen days or within chosen hours`;
    case 'wait':
      return `${named(step)} waits for the right hour`;
    case 'query':
      return `${named(step)} only finds people at the right hour or day`;
    default:
      return `${named(step)} looks at the hour or the day first`;
  }
};

const placeFor = (view: FlowView, proactive: Proactive): Place | null => {
  const { delivery } = proactive.outgoing;
  const about = [delivery.step];
  const rule = timeRuleOf(view.graph, proactive);
  const witness = wayTo(view, delivery.position);
  if (rule !== null)
    return {
      verdict: 'pass',
      evidence: rule.evidence,
      about,
      witness,
      message: `${named(delivery.step)} keeps to decent hours: ${keptBy(rule)}.`,
    };
  // Whoever presses the button sees what time it is.
  if (proactive.by === 'person') return null;
  const open = { verdict: 'unknown', evidence: 'inferred', about, witness, adjustment } as const;
  if (delivery.audience.list)
    return {
      ...open,
      message: `${named(delivery.step)} hands its message to a mailing service, which may send it at an hour of its own.`,
      question: `Is the mailing service behind ${named(delivery.step)} set to send at decent hours only?`,
    };
  if (proactive.by === 'call')
    return {
      ...open,
      message: `${named(delivery.step)} is sent when another flow calls this one, and that one decides when.`,
      question: `Does the flow that calls this one see to it that ${named(delivery.step)} goes out at decent hours?`,
    };
  const checked = valueCheckBefore(view.graph, delivery.position);
  if (checked !== null)
    return {
      ...open,
      evidence: 'proven',
      message: `${named(checked)} asks Plumbline before ${named(delivery.step)}; decent hours are kept there, if your values profile says which they are.`,
      question: `Does your values profile say at which hours customers are written to, so that ${named(checked)} keeps to them?`,
    };
  const hidden = hiddenBefore(view.graph, proactive);
  if (hidden.length > 0)
    return {
      ...open,
      message: `What ${listed(hidden)} looks at was removed from this file, so a rule about hours may be hidden there.`,
      question: `Does ${listed(hidden.slice(0, 1))} or a step after it keep ${named(delivery.step)} to decent hours?`,
    };
  return {
    verdict: 'fail',
    evidence: proactive.outgoing.sure ? 'proven' : 'inferred',
    about,
    witness,
    message: `${named(delivery.step)} writes to customers whenever this flow runs: nothing checks the hour or the day, so a late or repeated run reaches people at night or on a Sunday. Start the flow on working days within set hours only, or check the hour before ${named(delivery.step)}.`,
    adjustment,
  };
};

export const check = defineCheck({
  meta: {
    id: 'require-quiet-hours',
    title: 'We do not write to customers at night or on days of rest',
    summary:
      'Messages that the business starts by itself are kept to chosen hours or days by a rule in the flow.',
    values: ['customer-intimacy', 'community-focus'],
    appliesTo: 'Flows that write to customers unasked, at set times or when something happens',
    options: z.strictObject({}),
    version: 2,
    since: '0.1.0',
  },
  evaluate: (view): readonly Place[] => {
    const places = proactiveOf(view)
      .filter(({ outgoing }) => outgoing.delivery.audience.who === 'customer')
      .flatMap((each) => placeFor(view, each) ?? []);
    return places.length > 0
      ? places
      : notApplicable('It sends customers nothing that the business starts by itself.');
  },
});
