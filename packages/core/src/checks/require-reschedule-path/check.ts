import { z } from 'zod';
import type { Intake } from '../../flow/conversation.ts';
import type { Delivery } from '../../flow/delivery.ts';
import type { Step } from '../../flow/flow.ts';
import { type Graph, has, pathTo } from '../../flow/graph.ts';
import { spokenBy } from '../../flow/spoken.ts';
import type { FlowView } from '../../flow/view.ts';
import { appointmentWords, personFlag, personWords, rescheduleOffer } from '../../flow/words.ts';
import { defineCheck, listed, named, notApplicable, type Place } from '../define.ts';
import { better, type Offer, offerIn } from './offers.ts';

const changeStep =
  /re-?schedul|cancel|verschieb|absag|umbuch|reprogram|reagend|remarc|annul|déplac|replanif|riprogramm|disdi|spost|(?:update|change|modify|move|delete|edit)[ _-]*(?:the )?(?:\w+[ _-])?(?:event|appointment|booking|reservation|meeting|cita|termin)/i;
const appointment =
  /appointment|booking|reservation|calendar|event|\bcitas?\b|agendament|turnos?\b|termin|rendez|appuntament/i;
/** Words of a business that takes appointments; a calendar of one's own has no customers in it. */
const service =
  /customer|client|patient|guest|visitor|candidate|clinic|salon|restaurant|hotel|dent(?:al|ist)|doctor|reception|reservation|spa\b|massage|consultation|our (?:services|team|business|company|staff)|business hours|opening hours|kunde|praxis|cliente|paciente|clínica|consultório|citas?\b|turnos?\b|agendament|rendez-vous|prenotaz|appuntament/i;

/** The one who writes is the owner of the calendar. */
const ownUse =
  /personal (?:assistant|secretary)|executive assistant|secretar|\bfounder\b|assistente pessoal|asistente personal|assistant personnel/i;

const wordsOf = (step: Step): string =>
  `${step.name}\n${step.texts.map(({ text }) => text.source).join('\n')}`;

/** Where somebody from outside comes in: a conversation, a form, a call of the booking page. */
const outsideStarts = (view: FlowView): readonly number[] => {
  const spoken = view.intakes.filter((intake) => intake.who === 'customer').map((intake) => intake.position);
  const others = view.graph.starts.filter((at) =>
    has(view.graph.steps[at] as Step, 'starts:form', 'starts:webhook'),
  );
  return [...new Set([...spoken, ...others])];
};

/** Steps by which a customer's wish to move or cancel is carried out. */
const changes = (
  graph: Graph,
  reached: ReadonlyMap<number, number>,
): { at: number; proven: boolean } | null => {
  let inferred: number | null = null;
  for (const at of reached.keys()) {
    const step = graph.steps[at];
    if (step === undefined || graph.live[at] !== true) continue;
    // Adding somebody to an event is no change of an appointment.
    if (has(step, 'books:cancel') || (has(step, 'books:change') && !/\badd\b/i.test(step.name)))
      return { at, proven: true };
    if (
      inferred !== null ||
      !has(step, 'writes:records', 'deletes:records', 'calls:http', 'calls:flow', 'runs:code')
    )
      continue;
    const named = changeStep.test(step.name);
    const coded =
      has(step, 'runs:code') && /(?:re-?schedul\w*|cancel\w*|reprogram\w*|remarc\w*)/i.test(wordsOf(step));
    if (
      (named && appointment.test(wordsOf(step))) ||
      (coded && /["'](?:PATCH|PUT|DELETE|POST)["']/.test(wordsOf(step)))
    )
      inferred = at;
  }
  inferred ??= updatesRecord(graph, reached);
  return inferred === null ? null : { at: inferred, proven: false };
};

/** The conversation tells "wants another time" apart, and the appointment's record is updated. */
const updatesRecord = (graph: Graph, reached: ReadonlyMap<number, number>): number | null => {
  let told = false;
  let updated: number | null = null;
  for (const at of reached.keys()) {
    const step = graph.steps[at];
    if (step === undefined || graph.live[at] !== true) continue;
    told ||= has(step, 'generates:text', 'judges:model', 'runs:code') && toldApart.test(wordsOf(step));
    const updates = step.texts.some(
      ({ path, text }) => path === 'operation' && /^(?:update|upsert|appendOrUpdate)$/.test(text.source),
    );
    if (updated === null && updates && has(step, 'writes:records') && appointment.test(wordsOf(step)))
      updated = at;
  }
  return told ? updated : null;
};
const toldApart = /is_?(?:re-?schedule|cancel)|["'](?:re-?schedule|cancel)(?:_\w+)?["']/i;

/** A tool or a branch by which the case reaches the staff. */
const handsOver = (view: FlowView, reached: ReadonlyMap<number, number>): number | null => {
  const { graph } = view;
  for (const at of reached.keys()) {
    const step = graph.steps[at];
    if (step === undefined || graph.live[at] !== true) continue;
    if (has(step, 'assigns:person')) return at;
    const told = view.deliveries.some((each) => each.position === at && each.audience.who === 'staff');
    if (!told && !has(step, 'opens:ticket')) continue;
    const words = wordsOf(step);
    if (graph.owners(at).length > 0 && (personWords.test(words) || rescheduleOffer.test(words))) return at;
    for (const link of graph.entering(at)) {
      const before = graph.steps[link.from];
      if (before?.branch == null) continue;
      const asked = [
        ...before.branch.labels,
        ...before.branch.conditions.flatMap(({ left, right }) => [left.source, right.source]),
      ].join(' ');
      if (personFlag.test(asked) || rescheduleOffer.test(asked)) return at;
    }
  }
  return null;
};

/** Messages to customers that belong to an appointment; in a conversation, all of them. */
const aboutAppointments = (view: FlowView): readonly Delivery[] => {
  const { graph } = view;
  const outside = view.deliveries.filter(
    (each) =>
      (each.audience.who === 'customer' || each.audience.who === 'unknown') && each.message.channel !== 'web',
  );
  const talks = view.intakes.filter((intake) => intake.who === 'customer' && intake.via !== 'form');
  const talking = graph.after(talks.map((intake) => intake.position));
  const prompts = [...talking.keys()].filter((at) => has(graph.steps[at] as Step, 'generates:text'));
  const own = prompts.some((at) => ownUse.test(wordsOf(graph.steps[at] as Step)));
  const takesBookings =
    talks.some((intake) => intake.via === 'agent') ||
    [...(own ? [] : talking.keys())].some((at) => {
      const step = graph.steps[at] as Step;
      return (
        graph.live[at] === true &&
        has(step, 'generates:text', 'books:create', 'runs:code') &&
        service.test(wordsOf(step))
      );
    });
  return outside.filter((each) => {
    if (talking.has(each.position)) return takesBookings;
    if (!each.known) return true;
    const texts = spokenBy(graph, each).map(({ text }) => text.source);
    return (
      texts.some((text) => appointmentWords.test(text)) && !texts.some((text) => /\bemployees?\b/i.test(text))
    );
  });
};

/** The words come from another place: a record, a template that is fetched, a flow that calls this one. */
const saidElsewhere = (graph: Graph, { known, message, models, says }: Delivery): boolean => {
  if (!known || message.bodyState !== 'given') return true;
  if (message.channel === 'reply' || message.body.length === 0) return false;
  const literal = message.body.map((text) => text.source.replace(/\{\{[^{}]*\}\}/g, '')).join('');
  const fetched = [...says.through].some((at) =>
    /readFile|fetch\(|httpRequest/.test(wordsOf(graph.steps[at] as Step)),
  );
  return literal.trim().length < 15 && models.length === 0 && (says.records.size > 0 || fetched);
};

const answersMail = (delivery: Delivery): boolean =>
  delivery.message.channel === 'email' &&
  !delivery.message.from.some((text) => /no-?reply/i.test(text.source));

/** What lies outside the file and might change an appointment. */
const outside = (
  graph: Graph,
  reached: ReadonlyMap<number, number>,
  intakes: readonly Intake[],
): readonly Step[] =>
  [...reached.keys()].flatMap((at) => {
    const step = graph.steps[at];
    if (step === undefined || graph.live[at] !== true) return [];
    const tool = has(step, 'calls:tools') || (has(step, 'calls:flow') && intakes.length > 0);
    const hidden = step.knowledge !== 'known' && !has(step, 'internal') && graph.owners(at).length > 0;
    return tool || hidden ? [step] : [];
  });

/** An answer in the customer's own mail thread: writing back is always possible, if somebody reads it. */
const inThread = ({ message }: Delivery): boolean =>
  message.channel === 'email' && message.to.kind === 'origin';

/** Is it clear that appointments are made or spoken of, or do only the names of tools suggest it? */
const takesForSure = (graph: Graph, steps: readonly Step[]): boolean =>
  graph.steps.some(
    (step, at) => graph.live[at] === true && step.traits.some((trait) => trait.startsWith('books:')),
  ) ||
  steps.some(
    (step) =>
      step.message !== null || /appointment|\bcita|agendament|turno|termin|visit|slot/i.test(step.name),
  );

const bookedElsewhere = (step: Step): boolean =>
  /cal\.com|calendly|acuity|booksy|fresha/i.test(`${step.host} ${step.type}`) &&
  has(step, 'books:create', 'books:read', 'starts:booking');

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
    for (const delivery of toCustomers) {
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
    const unread = toCustomers.filter((each) => saidElsewhere(graph, each)).map((each) => each.step);
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
