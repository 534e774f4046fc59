import { z } from 'zod';
import type { Step, Text } from '../../flow/flow.ts';
import { has, pathTo, type Reached } from '../../flow/graph.ts';
import { talksOf } from '../../flow/people/partner.ts';
import { type StaffWay, staffWaysOf } from '../../flow/people/staff-way.ts';
import type { FlowView } from '../../flow/view.ts';
import { defineCheck, named, notApplicable, type Place } from '../define.ts';

const adjustment = 'Hand over the customer’s words and contact';

/** Fields that hold what somebody wrote, or by which he can be answered. */
const wordsOrWay =
  /message|text|body|chat|question|query|inquir|input|request|issue|problem|summary|reason|transcript|history|conversation|detail|description|content|output|note|phone|number|email|e_mail|\bfrom\b|sender|contact|wa_id|remote_?jid|user_?(?:id|name)|session|thread|link|url|mensaje|mensagem|nachricht|frage|telefon|correo/i;

type Carries = 'words' | 'chosen' | 'fixed' | 'unclear';

const textsOf = ({ step, delivery }: StaffWay): readonly Text[] =>
  delivery === null
    ? step.texts
        .filter(({ path }) => !/^(?:resource|operation|authentication)$/.test(path))
        .map(({ text }) => text)
    : [...delivery.message.body, ...delivery.message.subject, ...delivery.message.merge];

/** Unless told otherwise, a hand-over takes what the customer wrote along. */
const inInbox = (step: Step): Carries => {
  const given = step.texts.filter(({ path }) =>
    /^(?:conversation|handoverRecipient|recipient|more\.said)$/.test(path),
  );
  if (given.some(({ text }) => text.dynamic || text.modelChosen)) return 'words';
  if (!has(step, 'hands:inbox')) return 'unclear';
  return given.some(({ path }) => path === 'conversation') ? 'fixed' : 'words';
};

/** What the step brings to a colleague of what the customer wrote. */
const carriedBy = (view: FlowView, way: StaffWay, starts: ReadonlySet<number>): Carries => {
  if (way.by === 'inbox') return inInbox(way.step);
  // The conversation itself changes hands, or is forwarded as it is.
  if (way.by === 'assignment' || way.by === 'draft') return 'words';
  const texts = textsOf(way);
  if (texts.some((text) => text.modelChosen)) return 'chosen';
  if (way.step.knowledge !== 'known') return 'unclear';
  if (way.delivery !== null && way.delivery.message.bodyState !== 'given') return 'unclear';
  if (texts.length === 0) return 'words';
  const dynamic = texts.filter((text) => text.dynamic);
  if (dynamic.length === 0) return 'fixed';
  if (dynamic.some((text) => text.refs.some((ref) => wordsOrWay.test(ref.path)))) return 'words';
  const from = view.tracer.of(way.position, dynamic);
  if (from.models.size > 0 || [...starts].some((start) => from.starts.has(start))) return 'words';
  return 'unclear';
};

const placeFor = (way: StaffWay, carries: Carries, witness: readonly Step[]): Place => {
  const step = named(way.step);
  const base = { about: [way.step], witness } as const;
  switch (carries) {
    case 'words':
      return {
        ...base,
        verdict: 'pass',
        evidence: 'inferred',
        message: `${step} brings the case to one of you together with what the customer wrote or how to reach them.`,
      };
    case 'chosen':
      return {
        ...base,
        verdict: 'pass',
        evidence: 'inferred',
        message: `${step} brings the case to one of you in words that the assistant chooses.`,
      };
    case 'fixed':
      return {
        ...base,
        verdict: 'fail',
        evidence: 'proven',
        message: `${step} tells one of you that somebody waits, but always in the same words: not who it is, nor what they wrote. Add the customer’s words and a way to answer them.`,
        adjustment,
      };
    default:
      return {
        ...base,
        verdict: 'unknown',
        evidence: 'inferred',
        message: `${step} brings a case to one of you; whether the customer’s words go with it does not show.`,
        question: `Can whoever gets what ${step} sends see what the customer wrote, or open the conversation?`,
        adjustment,
      };
  }
};

const mostWays = 40;

const witnessOf = (view: FlowView, walked: Reached, way: StaffWay): readonly Step[] => {
  const path = pathTo(walked, way.position).flatMap((at) => view.graph.steps[at] ?? []);
  return path.length > 0 ? path : [way.step];
};

export const check = defineCheck({
  meta: {
    id: 'require-context-on-handoff',
    title: 'Nobody has to tell their story twice',
    summary:
      'Where a conversation is handed to one of you, the customer’s words or a way to the conversation go with it.',
    values: ['customer-intimacy', 'employee-empowerment'],
    appliesTo: 'flows that hand a customer’s case to somebody of the business',
    options: z.strictObject({}),
    version: 2,
    since: '0.1.0',
  },
  evaluate: (view) => {
    const starts = talksOf(view)
      .filter(({ partner }) => partner.is !== 'operator')
      .map(({ intake }) => intake.position);
    if (starts.length === 0) return notApplicable('No customer writes to this flow in their own words.');
    const { ways } = staffWaysOf(view, starts);
    const own = ways.filter((way) => way.step.call === null).slice(0, mostWays);
    if (own.length === 0)
      return notApplicable('Nothing in this flow hands a case to somebody of the business.');
    const from = new Set(starts);
    const walked = view.graph.after(starts);
    return own.map((way) => placeFor(way, carriedBy(view, way, from), witnessOf(view, walked, way)));
  },
});
