import { z } from 'zod';
import { has } from '../../flow/graph.ts';
import { wayTo } from '../../flow/messages/outgoing.ts';
import type { FlowView } from '../../flow/view.ts';
import { defineCheck, listed, named, notApplicable, type Place } from '../define.ts';
import { untrustedInput } from './input.ts';
import { type Inspection, inspectionsBefore, type Listeners, listenersOf } from './inspection.ts';
import { type Act, actsOf, readsStock } from './weight.ts';

const thing: Readonly<Record<Act['of'], string>> = {
  money: 'money is moved',
  order: 'an order is placed or changed',
  stock: 'stock is changed',
  bill: 'a bill is written or changed',
  booking: 'a booking is made',
};

const passFor = (view: FlowView, act: Act, inspections: readonly Inspection[]): Place => {
  const [best] = inspections as readonly [Inspection, ...Inspection[]];
  const heard = best.heard === 'staff' && best.tells !== null;
  const ends =
    best.by === 'person'
      ? ' with one of you before it goes on'
      : heard && best.tells !== null
        ? `; what does not fit reaches you by ${named(best.tells)}`
        : '';
  return {
    verdict: 'pass',
    evidence: best.evidence === 'proven' && act.evidence === 'proven' ? 'proven' : 'inferred',
    about: [act.step],
    witness: wayTo(view, act.position),
    message: `Before ${thing[act.of]} by ${named(act.step)}, ${named(best.step)} checks it${ends}.`,
    ...(heard && best.strict ? { serves: true } : {}),
  };
};

const placeFor = (view: FlowView, act: Act, listeners: Listeners): Place | null => {
  const inspections = inspectionsBefore(view, act.position, listeners);
  const [best] = inspections;
  const about = [act.step];
  const witness = wayTo(view, act.position);
  if (
    best !== undefined &&
    (best.heard !== 'nobody' || best.by === 'duplicates' || !best.strict || best.by === 'code')
  )
    return passFor(view, act, inspections);
  if (best !== undefined)
    return {
      verdict: 'unknown',
      evidence: 'inferred',
      about,
      witness,
      message: `${named(best.step)} checks before ${thing[act.of]} by ${named(act.step)}, but nobody hears of what it turns away.`,
      question: `Is it right that nobody is told of what ${named(best.step)} turns away?`,
      adjustment: 'Bring exceptions to a person',
    };
  const input = untrustedInput(view, act);
  if (input === null) return null;
  if (act.byModel || input.unseen)
    return {
      verdict: 'unknown',
      evidence: 'inferred',
      about,
      witness,
      message: `${named(act.step)} takes over what ${named(input.from)} gives; whether it is checked cannot be seen in this file.`,
      question: `Is what ${named(input.from)} gives checked before ${thing[act.of]} by ${named(act.step)}?`,
      adjustment: 'Check the data first',
    };
  return {
    verdict: 'fail',
    evidence: act.evidence,
    about,
    witness,
    message: `What comes in by ${named(input.from)} goes straight through to ${named(act.step)}: nothing looks whether it is complete and makes sense before ${thing[act.of]}. Check it first, and have what does not fit sent to one of you.`,
    adjustment: 'Check the data first',
  };
};

/** A flow that only watches stock and tells the staff. */
const watched = (view: FlowView, listeners: Listeners): Place | null => {
  const { graph } = view;
  const reads = graph.steps.findIndex((step, at) => graph.live[at] === true && readsStock(step));
  if (reads === -1) return null;
  const onwards = graph.after([reads]);
  // What leads to nobody from one branch leads to nobody from the next.
  const barren = new Set<number>();
  for (const at of onwards.keys()) {
    const step = graph.steps[at];
    if (step === undefined || graph.live[at] !== true || step.branch === null || has(step, 'judges:model'))
      continue;
    const next = graph.leaving(at).flatMap(({ to }) => (barren.has(to) ? [] : [to]));
    const walked = graph.after(next, { stopAt: (to) => barren.has(to) });
    const told = [...walked.keys()].find((to) => listeners.staff.has(to));
    if (told === undefined) for (const to of walked.keys()) barren.add(to);
    const teller = told === undefined ? undefined : graph.steps[told];
    if (teller === undefined) continue;
    return {
      verdict: 'pass',
      evidence: 'inferred',
      about: [step],
      witness: told === undefined ? [] : wayTo(view, told),
      message: `${named(step)} watches the stock, and ${named(teller)} tells one of you when something is off.`,
      serves: true,
    };
  }
  return null;
};

export const check = defineCheck({
  meta: {
    id: 'require-quality-check',
    title: 'Orders, stock and money are checked before they count',
    summary:
      'What is ordered, booked, billed or taken from stock by a machine is checked first, and what does not fit reaches a person.',
    values: ['quality-craftsmanship', 'agility'],
    appliesTo: 'Flows that place or change orders, stock, bills, payments or bookings',
    options: z.strictObject({}),
    version: 1,
    since: '0.1.0',
  },
  evaluate: (view): readonly Place[] => {
    const acts = actsOf(view);
    const listeners = listenersOf(view);
    const places = acts.slice(0, mostActs).flatMap((act) => placeFor(view, act, listeners) ?? []);
    if (places.length > 0) return places;
    const watching = acts.length === 0 ? watched(view, listeners) : null;
    if (watching !== null) return [watching];
    return notApplicable(
      acts.length === 0
        ? 'It places or changes no orders, stock, bills, payments or bookings.'
        : `As far as this file shows, ${listed(acts.map((act) => act.step))} takes over nothing unchecked from outside.`,
    );
  },
});

/** Beyond any real flow; keeps the cost in bounds. */
const mostActs = 100;
