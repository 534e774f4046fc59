import { z } from 'zod';
import type { Step } from '../../flow/flow.ts';
import { has, pathTo } from '../../flow/graph.ts';
import type { Delivery } from '../../flow/messages/delivery.ts';
import { spokenBy } from '../../flow/messages/spoken.ts';
import { defineCheck, listed, named, notApplicable, type Place } from '../define.ts';
import { better, type Offer, offerIn } from './offers.ts';
import { aboutAppointments, bookedElsewhere, inThread, saidElsewhere, takesForSure } from './subject.ts';
import { changes, handsOver, outside, outsideStarts, takenUp } from './ways.ts';

const answersMail = (delivery: Delivery): boolean =>
  delivery.message.channel === 'email' &&
  !delivery.message.from.some((text) => /no-?reply/i.test(text.source));
/** Beyond any real flow; keeps the cost in bounds. */
const mostMessages = 200;

const adjustment = 'Let customers move or cancel their appointment';

export const check = defineCheck({
  meta: {
    id: 'require-reschedule-path',
    title: 'Customers can move or cancel an appointment',
    summary:
      'Whoever has an appointment is given a way to change or cancel it: by themselves or through somebody of the business.',
    values: ['customer-intimacy', 'agility'],
    appliesTo: 'Flows that make, confirm or remind of appointments with customers',
    options: z.strictObject({}),
    version: 1,
    since: '0.1.0',
  },
  evaluate: (view): readonly Place[] => {
    const { graph, kind } = view;
    if (kind.is !== 'scheduling') return notApplicable('It makes no appointments with customers.');
    const toCustomers = aboutAppointments(view);
    if (toCustomers.length === 0)
      return notApplicable('It keeps a calendar, but no customer hears of an appointment from it.');

    if (kind.steps.every((step) => has(step, 'books:change') && /\badd\b/i.test(step.name)))
      return notApplicable('It adds people to an event that takes place anyway.');

    const about = kind.steps.slice(0, 1);
    const starts = outsideStarts(view);
    const reached = graph.after(starts);
    const pathSteps = (at: number): readonly Step[] =>
      pathTo(reached, at).map((each) => graph.steps[each] as Step);

    const changed = changes(graph, reached);
    if (changed !== null) {
      const step = graph.steps[changed.at] as Step;
      return [
        {
          verdict: 'pass',
          evidence: changed.proven ? 'proven' : 'inferred',
          about,
          witness: pathSteps(changed.at),
          message: `Customers can have an appointment moved or cancelled here: ${named(step)} does it.`,
        },
      ];
    }
    const booked = graph.after(about.map((step) => graph.steps.indexOf(step)));
    let offer: Offer = 'none';
    let by: Delivery | null = toCustomers.find((each) => booked.has(each.position)) ?? null;
    for (const delivery of toCustomers.slice(0, mostMessages)) {
      const found = offerIn(spokenBy(graph, delivery), answersMail(delivery));
      if (by === null || better(found, offer)) [offer, by] = [found, delivery];
    }
    const carrier = by?.step ?? about[0];
    const way =
      by === null ? [] : pathTo(graph.after(graph.starts), by.position).map((at) => graph.steps[at] as Step);
    if (carrier !== undefined && (offer === 'link' || offer === 'people')) {
      const what = offer === 'link' ? 'a link for it' : 'a way to reach you about it';
      return [
        {
          verdict: 'pass',
          evidence: 'inferred',
          about,
          witness: way,
          message: `${named(carrier)} gives the customer ${what}.`,
        },
      ];
    }
    const handed = handsOver(view, graph.after(view.intakes.map((intake) => intake.position)));
    if (handed !== null) {
      const step = graph.steps[handed] as Step;
      return [
        {
          verdict: 'pass',
          evidence: 'inferred',
          about,
          witness: pathSteps(handed),
          message: `Whoever asks to move or cancel can be passed on to you by ${named(step)}.`,
        },
      ];
    }
    const taken = carrier !== undefined && offer === 'answer' ? takenUp(view, carrier) : null;
    if (carrier !== undefined && taken !== null)
      return [
        {
          verdict: 'pass',
          evidence: 'inferred',
          about,
          witness: way,
          message: `Whoever answers ${named(carrier)} is dealt with by the flow “${taken.flow}”: ${named(taken.step)}.`,
        },
      ];
    if (carrier !== undefined && offer === 'answer')
      return [
        {
          verdict: 'unknown',
          evidence: 'inferred',
          about,
          witness: way,
          message: `${named(carrier)} invites customers to answer if they want another time, but nothing in this flow deals with that answer.`,
          question: `When a customer answers ${named(carrier)} and asks for another time, does somebody or another flow deal with it?`,
          adjustment,
        },
      ];
    const hidden = outside(graph, reached, view.intakes);
    const unread = toCustomers.filter((each) => saidElsewhere(view, each)).map((each) => each.step);
    const booker = graph.steps.filter((step, at) => graph.live[at] === true && bookedElsewhere(step));
    const thread = [
      ...toCustomers.filter(inThread).map((each) => each.step),
      ...view.intakes.filter((intake) => intake.via === 'email').map((intake) => intake.step),
    ];
    const unsure = takesForSure(graph, kind.steps) ? [] : about;
    const unseen = [
      ...new Set([...hidden, ...unread, ...(offer === 'broken' ? [] : [...booker, ...thread, ...unsure])]),
    ];
    if (unseen.length > 0)
      return [
        {
          verdict: 'unknown',
          evidence: 'inferred',
          about,
          witness: unseen.slice(0, 3),
          message: `Nothing in this file lets a customer move or cancel; what ${listed(unseen)} offers lies outside it.`,
          question: `Can a customer move or cancel an appointment through ${listed(unseen)}?`,
          adjustment,
        },
      ];
    if (carrier === undefined) return notApplicable('It sends nothing about appointments.');
    const broken = offer === 'broken';
    return [
      {
        verdict: 'fail',
        evidence: broken || kind.steps.some((step) => has(step, 'books:create')) ? 'proven' : 'inferred',
        about,
        witness: way,
        message: broken
          ? `The link for another appointment in ${named(carrier)} is sent as bare braces, so customers cannot use it. Turn that text into an expression and send yourself a test.`
          : `A customer whose plans change finds no way to move or cancel: no step here does it, and no message says how to reach you. Add a link or a line such as "answer this message to change your appointment" to ${named(carrier)}.`,
        adjustment,
      },
    ];
  },
});
