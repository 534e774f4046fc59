import type { Step } from '../../flow/flow.ts';
import { type Graph, has } from '../../flow/graph.ts';
import type { Delivery } from '../../flow/messages/delivery.ts';
import { spokenBy } from '../../flow/messages/spoken.ts';
import type { FlowView } from '../../flow/view.ts';
import { appointmentWords } from '../../flow/words/words.ts';
import { wordsOf } from './ways.ts';

/** Words of a business that takes appointments; a calendar of one's own has no customers in it. */
const service =
  /customer|client|patient|guest|visitor|candidate|clinic|salon|restaurant|hotel|dent(?:al|ist)|doctor|reception|reservation|spa\b|massage|consultation|our (?:services|team|business|company|staff)|business hours|opening hours|kunde|praxis|cliente|paciente|clínica|consultório|citas?\b|turnos?\b|agendament|rendez-vous|prenotaz|appuntament/i;

/** The one who writes is the owner of the calendar. */
const ownUse =
  /personal (?:assistant|secretary)|executive assistant|secretar|\bfounder\b|assistente pessoal|asistente personal|assistant personnel/i;
/** Messages to customers that belong to an appointment; in a conversation, all of them. */
export const aboutAppointments = (view: FlowView): readonly Delivery[] => {
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
  const internal = outside.some((each) =>
    spokenBy(graph, each).some(({ text }) => /\bemployees?\b/i.test(text.source)),
  );
  return outside.filter((each) => {
    if (talking.has(each.position)) return takesBookings;
    if (!each.known) return true;
    const texts = spokenBy(graph, each).map(({ text }) => text.source);
    return !internal && texts.some((text) => appointmentWords.test(text));
  });
};

/** The words come from another place: a record, a template that is fetched, the page that called. */
export const saidElsewhere = (
  { graph, intakes }: FlowView,
  { known, message, models, says }: Delivery,
): boolean => {
  if (!known || message.bodyState !== 'given') return true;
  const reply = message.channel === 'reply';
  if (message.body.length === 0 || (reply && intakes.length > 0)) return false;
  const literal = message.body.map((text) => text.source.replace(/\{\{[^{}]*\}\}/g, '')).join('');
  const fetched = [...says.through].some((at) =>
    /readFile|fetch\(|httpRequest/.test(wordsOf(graph.steps[at] as Step)),
  );
  // Data handed back to a page that is not in the file: the page finds the words.
  if (reply) return literal.trim().length < 15;
  return literal.trim().length < 15 && models.length === 0 && (says.records.size > 0 || fetched);
};
/** An answer in the customer's own mail thread: writing back is always possible, if somebody reads it. */
export const inThread = ({ message }: Delivery): boolean =>
  message.channel === 'email' && message.to.kind === 'origin';

/** Is it clear that appointments are made or spoken of, or do only the names of tools suggest it? */
export const takesForSure = (graph: Graph, steps: readonly Step[]): boolean =>
  graph.steps.some(
    (step, at) => graph.live[at] === true && step.traits.some((trait) => trait.startsWith('books:')),
  ) ||
  steps.some(
    (step) =>
      step.message !== null || /appointment|\bcita|agendament|turno|termin|visit|slot/i.test(step.name),
  );

export const bookedElsewhere = (step: Step): boolean =>
  /cal\.com|calendly|acuity|booksy|fresha/i.test(`${step.host} ${step.type}`) &&
  has(step, 'books:create', 'books:read', 'starts:booking');
