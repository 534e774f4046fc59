import { z } from 'zod';
import type { Step } from '../../flow/flow.ts';
import { pathTo, stepsAt } from '../../flow/graph.ts';
import { reachesOutside } from '../../flow/messages/delivery.ts';
import type { Intake } from '../../flow/people/conversation.ts';
import { talksOf } from '../../flow/people/partner.ts';
import { type HiddenWay, type StaffWay, staffWaysOf } from '../../flow/people/staff-way.ts';
import type { FlowView } from '../../flow/view.ts';
import { defineCheck, listed, named, notApplicable, type Place } from '../define.ts';

/** The answer that whoever writes at `intake` gets, with the way to it. */
const answerTo = (
  view: FlowView,
  intake: Intake,
): { readonly step: Step | null; readonly way: readonly Step[] } => {
  const walked = view.graph.after([intake.position]);
  const answer = view.deliveries.find(
    (delivery) => reachesOutside(delivery) && walked.has(delivery.position),
  );
  if (answer === undefined) return { step: null, way: [intake.step] };
  return { step: answer.step, way: stepsAt(view.graph, pathTo(walked, answer.position)) };
};

const how: Readonly<Record<StaffWay['by'], string>> = {
  message: 'a message to your team',
  question: 'a question to your team',
  ticket: 'a ticket',
  assignment: 'a hand-over to a colleague',
  inbox: 'a case in your inbox',
  record: 'a task for a colleague',
  draft: 'a draft that one of you sends',
};

const passes = (view: FlowView, intakes: readonly Intake[], ways: readonly StaffWay[]): readonly Place[] => {
  const walked = view.graph.after(intakes.map((intake) => intake.position));
  return ways.slice(0, 3).map((way) => ({
    verdict: 'pass',
    evidence: way.evidence,
    about: [way.step],
    witness: walked.has(way.position) ? stepsAt(view.graph, pathTo(walked, way.position)) : [way.step],
    message: `A customer’s case can reach one of you: ${named(way.step)} makes it ${how[way.by]}.`,
    serves: true,
  }));
};

const hiddenQuestion: Readonly<Record<HiddenWay['why'], (steps: string) => string>> = {
  'sub-flow': (steps) => `Does ${steps} bring a customer who asks for a person to one of you?`,
  tools: (steps) => `Is there a tool behind ${steps} that brings a customer to one of you?`,
  call: (steps) => `Does ${steps} let one of you take over the conversation?`,
  address: (steps) =>
    `Does one of you get what goes out by ${steps} to an address that is only worked out while the flow runs?`,
  stripped: (steps) => `Does ${steps} reach one of you when a customer needs a person?`,
  uncatalogued: (steps) => `Does ${steps} reach one of you when a customer needs a person?`,
  recipient: (steps) => `Who receives what ${steps} sends: one of you, or the customer?`,
  record: (steps) => `Does one of you look at what ${steps} writes down, and answer the customer?`,
};

/** What a fail owes to calls whose flows were not read. */
const unread = (calls: readonly Step[]): string =>
  calls.length === 0
    ? ''
    : ` It is only supposed that nothing behind ${listed(calls)} brings it to one of you: what is called there was not at hand.`;

export const check = defineCheck({
  meta: {
    id: 'require-human-escalation',
    title: 'Customers can always reach a person',
    summary:
      'Somebody who writes to an automation can get to one of you: a branch or a tool carries the case to staff.',
    values: ['customer-intimacy', 'employee-empowerment'],
    appliesTo: 'flows that take in a customer’s own words and answer them',
    options: z.strictObject({
      inboxAnswered: z.boolean().default(false).meta({
        description:
          'Somebody answers what comes into the inbox of Plumbline. Left out, it is so where the profile names `people`.',
      }),
    }),
    version: 4,
    since: '0.1.0',
  },
  evaluate: (view, options) => {
    const talks = talksOf(view);
    if (talks.length === 0) return notApplicable('No customer writes to this flow in their own words.');
    const intakes = talks.map((talk) => talk.intake);
    const found = staffWaysOf(
      view,
      intakes.map((intake) => intake.position),
    );
    // Where perhaps only the business itself writes, its own drafts and tasks are no hand-over.
    const sure = talks.some(({ partner }) => partner.is === 'customer');
    const ways = found.ways.filter(
      (way) =>
        (way.by !== 'inbox' || options.inboxAnswered) &&
        (sure || (way.by !== 'draft' && way.by !== 'record')),
    );
    if (ways.length > 0) return passes(view, intakes, ways);
    const unanswered = found.ways.filter((way) => way.by === 'inbox').map((way) => way.step);
    return talks.map(({ intake, partner }): Place => {
      const answer = answerTo(view, intake);
      const about = answer.step === null ? [intake.step] : [intake.step, answer.step];
      const ask = (message: string, question: string, evidence: Place['evidence']): Place => ({
        verdict: 'unknown',
        ...(evidence === undefined ? {} : { evidence }),
        about,
        witness: answer.way,
        message,
        question,
        adjustment: 'Make a person easy to reach',
      });
      if (unanswered.length > 0) {
        return ask(
          `${listed(unanswered)} brings the case of whoever writes to ${named(intake.step)} into your inbox, and your values profile does not name anybody who answers there.`,
          `Who answers what ${listed(unanswered)} brings into the inbox?`,
          'proven',
        );
      }
      const beyond = (why: HiddenWay['why']): Place => {
        const steps = found.hidden.filter((each) => each.why === why).map((each) => each.step);
        return ask(
          `Whether a customer who writes to ${named(intake.step)} can reach one of you is decided outside this file, behind ${listed(steps)}.`,
          hiddenQuestion[why](listed(steps)),
          'proven',
        );
      };
      const first = found.hidden.find(({ why }) => why !== 'address');
      if (first !== undefined) return beyond(first.why);
      if (intake.via === 'agent' || intake.via === 'call') {
        return ask(
          intake.via === 'agent'
            ? `The assistant that talks to the customer is not in this file; ${named(intake.step)} only works for it.`
            : `Another flow calls ${named(intake.step)}; whether it brings the customer to one of you is not in this file.`,
          'Where the conversation takes place: can the customer ask for a person there, and does one of you get the case?',
          'proven',
        );
      }
      const promised = found.promises.flatMap((at) => view.graph.steps[at] ?? []);
      if (promised.length > 0) {
        return ask(
          `${listed(promised)} speaks of a person or of a way to reach you, but nothing in the flow brings the case to one of you.`,
          'When a customer asks for a person here, how does one of you get to know?',
          'inferred',
        );
      }
      // Anything may lie behind such an address; it keeps from a verdict, but what was promised is the nearer question.
      if (found.hidden.length > 0) return beyond('address');
      if (partner.is !== 'customer') {
        return ask(
          `Whoever writes to ${named(intake.step)} has no way to one of you, and the file does not say whether customers write here.`,
          `Who writes to ${named(intake.step)}: your customers, or only you and your colleagues?`,
          'inferred',
        );
      }
      return {
        verdict: 'fail',
        evidence: partner.certain && found.supposed.length === 0 ? 'proven' : 'inferred',
        about,
        witness: answer.way,
        message: `${partner.certain ? 'A customer who' : 'Whoever'} writes to ${named(intake.step)} ${
          answer.step === null ? 'is dealt with by a machine' : `is answered by ${named(answer.step)}`
        } and has no way to one of you. Give the assistant a tool, or the flow a branch, that sends such a case with the customer’s words to a colleague.${unread(found.supposed)}`,
        adjustment: 'Make a person easy to reach',
      };
    });
  },
});
