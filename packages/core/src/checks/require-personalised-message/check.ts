import { z } from 'zod';
import { type OwnData, ownDataIn } from '../../flow/data/own-data.ts';
import { type Outgoing, outgoingOf, wayTo } from '../../flow/messages/outgoing.ts';
import type { FlowView } from '../../flow/view.ts';
import { defineCheck, listed, named, notApplicable, type Place } from '../define.ts';

interface Answer {
  readonly outgoing: Outgoing;
  readonly holds: OwnData;
}

const models = (view: FlowView, { outgoing }: Answer): string =>
  listed(outgoing.delivery.models.flatMap((at) => view.graph.steps[at] ?? []));

/** What makes up a file that goes along is seldom in the flow's texts. */
const carriesFile = ({ outgoing }: Answer): boolean =>
  /"attachments?(?:Ui|Binary)?"/i.test(JSON.stringify(outgoing.delivery.step.parameters ?? null));

/** The same for everybody, as far as the file shows what is sent. */
const isSame = (answer: Answer): boolean =>
  answer.holds === 'braces' || (answer.holds === 'none' && !carriesFile(answer));

const place = (view: FlowView, { outgoing }: Answer): Pick<Place, 'about' | 'witness'> => ({
  about: [outgoing.delivery.step],
  witness: wayTo(view, outgoing.delivery.position),
});

const passes = (view: FlowView, answer: Answer): Place => {
  const step = named(answer.outgoing.delivery.step);
  const written = answer.holds === 'written';
  return {
    ...place(view, answer),
    verdict: 'pass',
    evidence: written ? 'inferred' : answer.outgoing.delivery.audience.evidence,
    message: written
      ? `What ${step} sends is written from what you know about its recipient.`
      : `${step} speaks of its recipient: it carries something of theirs.`,
    serves: answer.outgoing.purpose === 'marketing',
  };
};

const fails = (view: FlowView, answer: Answer): Place => {
  const { delivery } = answer.outgoing;
  const step = named(delivery.step);
  const common = { ...place(view, answer), verdict: 'fail', adjustment: 'Personalise the message' } as const;
  if (answer.holds === 'braces') {
    return {
      ...common,
      evidence: 'proven',
      mark: 'braces',
      message: `Whoever gets ${step} reads raw braces like {{ … }} instead of their own name or data: the text is not switched to an expression. Switch that field to “Expression”.`,
    };
  }
  if (delivery.models.length > 0) {
    return {
      ...common,
      evidence: 'inferred',
      message: `${step} sends customers a text that knows nothing about them: ${models(view, answer)} is given nothing about the person it writes to. Hand it their name and what you know about them.`,
    };
  }
  return {
    ...common,
    evidence: delivery.audience.evidence,
    message: `${step} sends every customer the same words: nothing of the recipient is in it, not even a name. Put in their name, or what they ordered or asked for.`,
  };
};

const asks = (view: FlowView, answer: Answer): Place => {
  const { delivery } = answer.outgoing;
  const step = named(delivery.step);
  const ask = (message: string, question: string): Place => ({
    ...place(view, answer),
    verdict: 'unknown',
    evidence: 'inferred',
    message,
    question,
  });
  if (delivery.audience.who === 'unknown' || (!answer.outgoing.sure && isSame(answer))) {
    return ask(
      `The file does not say for certain who gets ${step}.`,
      `Does ${step} go to customers, and does it then carry their name or something else of theirs?`,
    );
  }
  switch (answer.holds) {
    case 'elsewhere':
      return ask(
        `The text of ${step} is kept by the mailing service, outside this file.`,
        `Does the text that the mailing service keeps for ${step} name its recipient or speak of something of theirs?`,
      );
    case 'prepared':
      return ask(
        `${step} sends a text that was prepared somewhere else.`,
        `Is the text that ${step} sends written for each recipient, with something of theirs in it?`,
      );
    case 'missing':
      return ask(
        `The file does not give the text of ${step}.`,
        `What does ${step} say: does it carry the recipient’s name or something else of theirs?`,
      );
    default:
      return ask(
        `${step} sends the same words to everyone, with a file attached.`,
        `Is the file that ${step} attaches made for its recipient?`,
      );
  }
};

const nobody = 'It writes to no single customer outside a conversation.';
const outward = new Set(['email-campaign', 'scheduling']);

/** A notice of a flow that works inside the business, with nothing that points at a customer, is not asked about. */
const perhapsToCustomers = (view: FlowView, { delivery, purpose, sure }: Outgoing): boolean =>
  sure || outward.has(view.kind.is) || (purpose !== 'unclear' && delivery.audience.who !== 'unknown');

const personal = (holds: OwnData): boolean => holds === 'own' || holds === 'written';
const impersonal = (answer: Answer): boolean => answer.outgoing.sure && isSame(answer);

export const check = defineCheck({
  meta: {
    id: 'require-personalised-message',
    title: 'We write to people, not to a list',
    summary: 'A message to one customer carries something of theirs: a name, an order, a date, a topic.',
    values: ['customer-intimacy'],
    appliesTo: 'messages to single customers, other than answers within a conversation',
    options: z.strictObject({
      every: z.boolean().default(false).meta({
        description: 'Ask it of every message, not only that at least one of the flow is personal.',
      }),
    }),
    version: 1,
    since: '0.1.0',
  },
  evaluate: (view, options) => {
    const single = outgoingOf(view).filter(({ purpose }) => purpose !== 'conversation');
    const customers = single.filter(({ delivery }) => delivery.audience.who === 'customer');
    const asked = customers.length > 0 ? customers : single.filter((each) => perhapsToCustomers(view, each));
    if (asked.length === 0) return notApplicable(nobody);
    const answers = asked.map((outgoing): Answer => ({ outgoing, holds: ownDataIn(view, outgoing) }));
    const own = answers.filter(({ holds }) => personal(holds));
    const generic = answers.filter(impersonal);
    const open = answers.filter(
      (answer) => !personal(answer.holds) && !impersonal(answer) && perhapsToCustomers(view, answer.outgoing),
    );
    if (own.length + generic.length + open.length === 0) return notApplicable(nobody);
    const good = own.map((answer) => passes(view, answer));
    const bad = generic.map((answer) => fails(view, answer));
    const questions = open.map((answer) => asks(view, answer));
    const all = [...good, ...bad, ...questions];
    // One of those that the file does not show may be the personal one.
    const [enough = []] = [good, questions, bad].filter((places) => places.length > 0);
    return enough.length < all.length && !options.every ? enough : all;
  },
});
