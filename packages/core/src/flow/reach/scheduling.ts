import type { Step } from '../flow.ts';
import { type Graph, has } from '../graph.ts';
import type { Derived, FlowKind } from '../kind.ts';
import { type Delivery, reachesOutside } from '../messages/delivery.ts';
import { answers, ownAccord } from '../people/answers.ts';
import type { Intake } from '../people/conversation.ts';
import { appointmentWords, reminderWords } from '../words/words.ts';

const appointmentTable =
  /appointment|booking|reservation|\bcitas?\b|agendament|turnos?\b|termin(?:e|kalender)|consultas?\b/i;
const calendarTool = /calendar|appointment|booking|agenda|schedul|reserv|\bcitas?\b|\bslot/i;
const placePath = /table|sheet|base|description|url|workflowId|path/i;
const bookingVerb = /book|creat|add|insert|reserv|agend|updat|cancel|resched|set|make|schedul/i;
const callsInCode = /httpRequest|fetch\(|axios/;
const writesInCode = /["'](?:POST|PATCH)["']/;
const strongReminder =
  /(?:remind\w{0,12}|confirm\w{0,12}|upcoming|resched\w{0,12}|recordatorio|lembrete|erinnerung|promemoria|rappel|missed (?:you|your|our|the)|no-?show)[^.]{0,80}(?:appointment|booking|reservation|visit|session|meeting|(?:your|our|the|scheduled) (?:\w+ ){0,2}call|demo|cita|consulta|turno|termin|rendez-vous|appuntamento|interview|viewing)|(?:appointment|booking|reservation|cita|consulta|turno|termin|rendez-vous|appuntamento)[^.]{0,80}(?:remind|confirm|resched|upcoming|record|lembr|erinner|bestätig|rappel|tomorrow|mañana|amanhã)/i;

/** Code that books by calling a calendar or a table of appointments itself. */
const booksInCode = (step: Step): boolean =>
  has(step, 'runs:code') &&
  step.texts.some(
    ({ text }) =>
      callsInCode.test(text.source) && writesInCode.test(text.source) && appointmentTable.test(text.source),
  );

/** A tool or step that writes into a table, flow or system of appointments. */
const writesAppointments = (step: Step): boolean =>
  has(step, 'writes:records', 'calls:flow', 'calls:http', 'calls:tools') &&
  (calendarTool.test(step.name) ||
    step.texts.some(({ path, text }) => placePath.test(path) && appointmentTable.test(text.source))) &&
  (bookingVerb.test(step.name) || step.texts.some(({ text }) => bookingVerb.test(text.source.slice(0, 400))));

/** Where a step keeps whom an appointment is with. */
export const attendeePath = /attendee|invitee|guest/i;

/** Somebody else takes part: they asked for it, are told of it, or are invited. */
const withSomebody = (
  graph: Graph,
  deliveries: readonly Delivery[],
  intakes: readonly Intake[],
  books: readonly Step[],
): boolean =>
  intakes.length > 0 ||
  deliveries.some((each) => reachesOutside(each) || each.audience.who === 'unknown') ||
  graph.starts.some((start) =>
    has(
      graph.steps[start] as Step,
      'starts:form',
      'starts:webhook',
      'starts:booking',
      'starts:call',
      'starts:tool-server',
    ),
  ) ||
  books.some((step) => step.texts.some(({ path, text }) => attendeePath.test(path) && text.source !== ''));

/** Does the flow make, move, cancel, confirm or remind of appointments? `null` where it does not. */
export const schedulingOf = (
  graph: Graph,
  deliveries: readonly Delivery[],
  intakes: readonly Intake[],
  madeOf: (each: Delivery) => string,
): Derived<FlowKind> | null => {
  const live = graph.steps.filter((_, position) => graph.live[position] === true);
  const is = (because: string, steps: readonly Step[]): Derived<FlowKind> => ({
    is: 'scheduling',
    because,
    steps,
  });
  const books = live.filter((step) => has(step, 'books:create', 'books:change', 'books:cancel'));
  if (books.length > 0 && withSomebody(graph, deliveries, intakes, books)) {
    return is('it makes, changes or cancels appointments', books);
  }
  const outside = deliveries.filter((each) => reachesOutside(each));
  const bookingStart = live.filter((step) => has(step, 'starts:booking'));
  if (bookingStart.length > 0 && outside.length > 0)
    return is('it answers an appointment with a message', bookingStart);
  const talks = intakes.some(
    (intake) =>
      intake.who === 'customer' &&
      (intake.via !== 'email' || deliveries.some((each) => answers(intake, each))),
  );
  if (talks) {
    const tools = live.filter((step) => writesAppointments(step) || booksInCode(step));
    if (tools.length > 0) return is('it takes appointments in a conversation', tools);
    return null;
  }
  const looksUp = live.some((step) => has(step, 'books:read'));
  const reminders = outside.filter((each) => {
    if (!ownAccord(each)) return false;
    const text = madeOf(each);
    return appointmentWords.test(text) && reminderWords.test(text) && (looksUp || strongReminder.test(text));
  });
  return reminders.length === 0
    ? null
    : is(
        'it reminds or confirms an appointment',
        reminders.map((each) => each.step),
      );
};
