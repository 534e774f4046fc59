import type { Step } from '../flow.ts';
import { type Graph, has } from '../graph.ts';
import { reachesOutside } from '../messages/delivery.ts';
import { perStep } from '../per-step.ts';
import { perView } from '../per-view.ts';
import type { FlowView } from '../view.ts';
import type { Intake } from './conversation.ts';
import {
  businessChannel,
  businessWords,
  differentIn,
  mailStep,
  ownStep,
  ownWords,
  pictures,
  researchStep,
  shopHost,
  shopStep,
  sqlStep,
} from './partner-words.ts';

/** Who is on the other end of a conversation. `certain`: something in the file says so, not only the lack of it. */
export interface Partner {
  readonly is: 'customer' | 'operator' | 'unclear';
  readonly certain: boolean;
}

const readsMail = (step: Step): boolean => mailStep.test(step.type) && has(step, 'reads:records');

/** Prompts, texts and names that show what a conversation is about. Code, memory and models say nothing of it. */
const speaks = (step: Step): string => {
  if (has(step, 'model', 'internal')) return '';
  const words = has(step, 'runs:code', 'reads:records', 'writes:records')
    ? step.texts.filter(({ path }) => /description|message|text|prompt/i.test(path) && path !== 'jsCode')
    : step.texts;
  return `${step.name}\n${words.map(({ text }) => text.source.slice(0, 6000)).join('\n')}`;
};

/** What one step says of who is on the other end; worked out once for each step of a flow. */
interface Signs {
  readonly business: number;
  readonly own: number;
  /** Asked only until enough has been said: these are the longest lists, held against every prompt. */
  readonly businessWords: () => number;
  readonly ownWords: () => number;
  readonly channel: boolean;
  readonly calendar: boolean;
  readonly research: boolean;
  readonly pictures: boolean;
}

const kept = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** Different words after which more of them say nothing new. */
const enough = 2;

const signsOf = (step: Step): Signs => {
  const words = kept(() => speaks(step));
  let business = 0;
  let own = 0;
  if (shopStep.test(step.type) || shopHost.test(step.host)) business += 2;
  if (has(step, 'books:create') && !/Calendar/.test(step.type)) business += 2;
  if (has(step, 'publishes:social', 'publishes:web', 'sends:campaign')) own += 3;
  if (ownStep.test(step.type)) own += 2;
  if (sqlStep.test(step.type)) own += 1;
  if (readsMail(step)) own += 3;
  return {
    business,
    own,
    businessWords: kept(() => differentIn(words(), businessWords)),
    ownWords: kept(() => differentIn(words(), ownWords)),
    channel: businessChannel.test(`${step.type} ${step.host}`),
    calendar: has(step, 'books:read', 'books:create'),
    research: researchStep.test(step.type),
    pictures: has(step, 'generates:media') && pictures.test(`${step.type} ${step.name} ${step.host}`),
  };
};

const signsAt = perStep((graph, at): Signs => signsOf(graph.steps[at] as Step));

interface Points {
  readonly business: number;
  readonly own: number;
}

/** What of a conversation speaks for a customer, and what for the operator, in points. */
const weigh = (graph: Graph, intake: Intake): Points => {
  const weighed = graph.memory.of(weigh, noPoints);
  const before = weighed.get(intake);
  if (before !== undefined) return before;
  const made = findPoints(graph, intake);
  weighed.set(intake, made);
  return made;
};
const noPoints = (): Map<Intake, Points> => new Map();

const mostSaid = enough * 2;

/** Points for different words that the steps hold, counted to `enough`. */
const saidBy = (graph: Graph, positions: readonly number[], by: 'businessWords' | 'ownWords'): number => {
  let said = 0;
  for (const position of positions) {
    said += signsAt(graph, position)[by]();
    if (said >= enough) return mostSaid;
  }
  return said * 2;
};

/** Words of the operator are looked for only where they could still change what the points come to. */
const findPoints = (graph: Graph, intake: Intake): Points => {
  const served =
    intake.via === 'ticket' ||
    intake.via === 'voice' ||
    (intake.via === 'agent' && !has(intake.step, 'starts:tool-server'));
  let business = served ? 3 : has(intake.step, 'open:anybody') ? 2 : 0;
  let own = 0;
  let channel = businessChannel.test(`${intake.step.type} ${intake.step.name}`);
  let calendar = false;
  let research = false;
  let images = false;
  const reached = [...graph.after([intake.position]).keys()].filter(
    (position) => graph.steps[position]?.disabled === false,
  );
  for (const position of reached) {
    const sign = signsAt(graph, position);
    business += sign.business;
    own += sign.own;
    channel ||= sign.channel && position !== intake.position;
    calendar ||= sign.calendar;
    research ||= sign.research;
    images ||= sign.pictures;
  }
  business += (channel ? 2 : 0) + saidBy(graph, reached, 'businessWords');
  own += (calendar ? 2 : 0) + (research ? 2 : 0) + (images ? 2 : 0);
  const settled = business >= 2 ? business > own + mostSaid : business === 0 && own >= 4;
  return { business, own: settled ? own : own + saidBy(graph, reached, 'ownWords') };
};

const partner = (is: Partner['is'], certain: boolean): Partner => ({ is, certain });

interface Known {
  readonly partners: Map<number, Partner>;
  talks: readonly Talk[] | null;
}
const knownOf = perView((): Known => ({ partners: new Map(), talks: null }));

const judged = ({ business, own }: Points): Partner => {
  if (business >= 2 && business >= own) return partner('customer', business > own);
  if (business === 0) return own >= 2 ? partner('operator', own >= 4) : partner('customer', false);
  return own - business >= 4 ? partner('operator', false) : partner('unclear', false);
};

/** More entrances than any real flow has; each costs a walk. */
export const mostIntakes = 25;

/** Takes those for colleagues who, by what the flow does for them, run it themselves. */
export const withOperators = (graph: Graph, intakes: readonly Intake[]): readonly Intake[] => {
  return intakes.map((intake, index) => {
    const chats = intake.via === 'chat' || intake.via === 'webhook' || intake.via === 'call';
    if (intake.who === 'staff' || !chats || index >= mostIntakes) return intake;
    const operator = judged(weigh(graph, intake)).is === 'operator';
    return operator ? { ...intake, who: 'staff', evidence: 'inferred' } : intake;
  });
};

/** Does a customer write here, or whoever runs the flow? Rests on wording and tools, so it only suggests. */
export const partnerOf = (view: FlowView, intake: Intake): Partner => {
  if (intake.who === 'staff') return partner('operator', true);
  const { partners } = knownOf(view);
  const before = partners.get(intake.position);
  if (before !== undefined) return before;
  const found = judged(weigh(view.graph, intake));
  partners.set(intake.position, found);
  return found;
};

/** A conversation with somebody who is, or may be, a customer. */
export interface Talk {
  readonly intake: Intake;
  readonly partner: Partner;
}

const supportForm =
  /support|help ?desk|complain|contact (?:us|form)|inquir|enquir|\bissues?\b|ticket|customer service|kontakt|anfrage|soporte|reclam|atendimento/i;

/** Does what comes in get an answer, as in a conversation? A call by a machine or a mail about something else does not. */
const isTalk = (view: FlowView, intake: Intake): boolean => {
  if (intake.via === 'form') return intake.step.texts.some(({ text }) => supportForm.test(text.source));
  if (intake.via !== 'email' && intake.via !== 'webhook') return true;
  const walked = view.graph.after([intake.position]);
  const answers = view.deliveries.filter((each) => walked.has(each.position) && reachesOutside(each));
  if (intake.via === 'email') {
    return answers.some((each) => each.message.to.kind === 'origin' || each.audience.evidence === 'proven');
  }
  return (
    answers.some((each) => each.message.channel === 'messenger' && businessChannel.test(intake.step.name)) ||
    [...walked.keys()].some((at) => has(view.graph.steps[at] as Step, 'generates:text', 'judges:model'))
  );
};

/**
 * Starts by which customers write in and are answered, where the flow is built to talk. Those at which only the
 * business itself writes are left out.
 */
export const talksOf = (view: FlowView): readonly Talk[] => {
  const memory = knownOf(view);
  if (memory.talks !== null) return memory.talks;
  const kind = view.kind.is;
  const talks: Talk[] = [];
  if (kind === 'chatbot' || kind === 'scheduling') {
    for (const intake of view.intakes.slice(0, mostIntakes)) {
      if (intake.who !== 'customer' || !isTalk(view, intake)) continue;
      const partner = partnerOf(view, intake);
      if (partner.is !== 'operator' || !partner.certain) talks.push({ intake, partner });
    }
  }
  // What a conversation of the same file calls belongs to it.
  const own = talks.filter(({ intake }) => intake.via !== 'call' && intake.via !== 'agent');
  const found = own.length > 0 ? own : talks;
  memory.talks = found;
  return found;
};
