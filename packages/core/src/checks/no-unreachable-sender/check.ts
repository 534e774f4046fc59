import { z } from 'zod';
import type { Step, Text } from '../../flow/flow.ts';
import type { Delivery } from '../../flow/messages/delivery.ts';
import { wayTo } from '../../flow/messages/outgoing.ts';
import type { FlowView } from '../../flow/view.ts';
import { unreachable } from '../../flow/words/words.ts';
import { defineCheck, listed, named, notApplicable, type Place } from '../define.ts';

/**
 * Whether an answer to a message reaches somebody. `mailbox`: it is sent from the mailbox it is answered to. `named`: a
 * plain address. `nobody`: an address that nobody reads, or a name that cannot be answered. `hidden`: the file does not say.
 */
type Sender = 'mailbox' | 'named' | 'nobody' | 'hidden';

const mailboxes = /\.(?:gmail|gmailTool|microsoftOutlook|microsoftOutlookTool)$/;
const invites =
  /\b(?:reply|respond|answer|let (?:us|me) know|get back to (?:us|me)|write (?:us|me)|antwort|schreib|melden sie|responde|respond[ae]|répond|rispond|contest)/i;
/** A sender name instead of a number, as text messages allow: it cannot be answered. */
const nameOnly = /^[A-Za-z][A-Za-z .&-]{2,10}$/;
/** Where answers go instead of to the sender, in a body written as text. */
const replyInBody = /["']?\breply_?to["']?\s{0,9}:\s{0,9}[^\n}]{0,120}/i;
const replyName = /^reply[_-]?to$/i;
const inBody = /["']?(?:from|sender|from_?email|reply_?to)["']?\s*:\s*[^\n}]{0,120}/gi;

const ofTexts = (view: FlowView, delivery: Delivery, texts: readonly Text[]): Sender => {
  if (texts.some(({ source }) => unreachable.test(source))) return 'nobody';
  if (texts.every(({ dynamic }) => !dynamic)) return 'named';
  const { fixed, starts, records, models } = view.tracer.of(delivery.position, texts);
  if (fixed.some((value) => unreachable.test(value))) return 'nobody';
  return fixed.length > 0 && starts.size + records.size + models.size === 0 ? 'named' : 'hidden';
};

/** An address for answers that a request names: in its text, or as a pair of name and value. */
const replyInRequest = (step: Step): readonly string[] =>
  step.texts.flatMap(({ path, text }) => {
    const source = text.source.slice(0, 20_000);
    if (path.endsWith('.name') && replyName.test(source.trim())) {
      const value = `${path.slice(0, -'.name'.length)}.value`;
      return step.texts.filter((each) => each.path === value).map((each) => each.text.source);
    }
    return source.match(replyInBody) ?? [];
  });

const senderOf = (view: FlowView, delivery: Delivery): Sender => {
  const { step, message } = delivery;
  const replyTo = step.texts
    .filter(({ path }) => /reply_?to(?:email|address)?$/i.test(path))
    .map(({ text }) => text);
  if (replyTo.length > 0) return ofTexts(view, delivery, replyTo);
  const asked = replyInRequest(step);
  if (asked.some((each) => unreachable.test(each))) return 'nobody';
  if (asked.length > 0) return asked.some((each) => each.includes('@')) ? 'named' : 'hidden';
  if (message.from.length > 0) return ofTexts(view, delivery, message.from);
  if (mailboxes.test(step.type)) return 'mailbox';
  for (const { text } of step.texts) {
    const named = text.source.slice(0, 20_000).match(inBody) ?? [];
    if (named.some((each) => unreachable.test(each))) return 'nobody';
    if (named.some((each) => each.includes('@'))) return 'named';
  }
  return 'hidden';
};

const asksForAnswer = ({ message }: Delivery): boolean =>
  [...message.subject, ...message.body].some(({ source }) => invites.test(source));

const byMail = (view: FlowView, delivery: Delivery): Place | 'fine' => {
  const sender = senderOf(view, delivery);
  if (sender === 'mailbox' || sender === 'named') return 'fine';
  const step = named(delivery.step);
  const common = { about: [delivery.step], witness: wayTo(view, delivery.position) };
  if (sender === 'hidden') {
    return {
      ...common,
      verdict: 'unknown',
      evidence: 'inferred',
      message: `The file does not say which address ${step} is sent from.`,
      question: `Does anybody read what people answer to ${step}?`,
    };
  }
  return {
    ...common,
    verdict: 'fail',
    evidence: 'proven',
    message: asksForAnswer(delivery)
      ? `${step} asks for an answer, but comes from an address that nobody reads: what customers write back is lost. Send it from an address that one of you reads.`
      : `A customer who answers ${step} reaches nobody: it comes from a no-reply address. Send it from an address that one of you reads, or set one for replies.`,
    adjustment: 'Use a sender that can be answered',
  };
};

const byText = (view: FlowView, delivery: Delivery): Place | 'fine' | null => {
  const { from } = delivery.message;
  if (from.length === 0 || !from.every(({ source, dynamic }) => !dynamic && nameOnly.test(source.trim())))
    return 'fine';
  if (!asksForAnswer(delivery)) return null;
  return {
    verdict: 'fail',
    evidence: 'inferred',
    about: [delivery.step],
    witness: wayTo(view, delivery.position),
    message: `${named(delivery.step)} asks for an answer, but comes from a name instead of a number: it cannot be answered. Send it from a number.`,
    adjustment: 'Use a sender that can be answered',
  };
};

export const check = defineCheck({
  meta: {
    id: 'no-unreachable-sender',
    title: 'Whoever answers us reaches somebody',
    summary: 'Nothing goes to customers from a no-reply address, or from a name that cannot be answered.',
    values: ['customer-intimacy'],
    appliesTo: 'e-mails and text messages to customers',
    options: z.strictObject({}),
    version: 2,
    since: '0.1.0',
  },
  evaluate: (view) => {
    const asked = view.deliveries.filter(
      ({ audience, message, known }) =>
        known &&
        audience.who === 'customer' &&
        (message.channel === 'email' || message.channel === 'sms') &&
        message.to.kind !== 'origin',
    );
    const answers = asked.map((delivery) =>
      delivery.message.channel === 'email' ? byMail(view, delivery) : byText(view, delivery),
    );
    const fine = asked.filter((_, index) => answers[index] === 'fine');
    const places = answers.flatMap((answer) => (answer === 'fine' || answer === null ? [] : [answer]));
    if (fine.length > 0) {
      places.push({
        verdict: 'pass',
        evidence: 'inferred',
        about: fine.map(({ step }) => step),
        witness: wayTo(view, fine[0]?.position ?? 0),
        message: `Whoever answers ${listed(fine.map(({ step }) => step))} writes to an address or number that can be read.`,
      });
    }
    return places.length > 0
      ? places
      : notApplicable('It sends customers no e-mail or text message of its own.');
  },
});
