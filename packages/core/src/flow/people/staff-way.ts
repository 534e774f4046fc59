import type { Step, Text } from '../flow.ts';
import { type Graph, has, type Reached } from '../graph.ts';
import { type Delivery, reachesOutside } from '../messages/delivery.ts';
import { perView } from '../per-view.ts';
import type { FlowView } from '../view.ts';
import { personFlag } from '../words/words.ts';
import { type CalledFlow, calledFlows } from './called-flow.ts';
import { onlyLooksUp } from './look-up.ts';
import {
  askForPerson,
  assigneeField,
  caseWords,
  dealNotice,
  failureNotice,
  followUp,
  personForSure,
  promisesPersonIn,
  taskTracker,
} from './person-words.ts';
import { toInbox, whereAsked } from './value-check.ts';

/** A step that carries an open case to somebody of the business. */
export interface StaffWay {
  readonly position: number;
  readonly step: Step;
  readonly by: 'message' | 'question' | 'ticket' | 'assignment' | 'inbox' | 'record' | 'draft';
  readonly evidence: 'proven' | 'inferred';
  readonly delivery: Delivery | null;
}

/** A step behind which there may be a person, but not in this file. */
export interface HiddenWay {
  readonly position: number;
  readonly step: Step;
  readonly why:
    | 'sub-flow'
    | 'tools'
    | 'call'
    | 'address'
    | 'stripped'
    | 'uncatalogued'
    | 'recipient'
    | 'record';
}

export interface StaffWays {
  readonly ways: readonly StaffWay[];
  readonly hidden: readonly HiddenWay[];
  /** Calls of flows that are not at hand and that only wording or their number takes for no way. */
  readonly supposed: readonly Step[];
  /** Steps whose wording promises a person, with nothing in the file behind it. */
  readonly promises: readonly number[];
}

/** Name, subject, description and the head of the body: what the step is for, in its author's words. */
const purposeOf = (step: Step): string => {
  const described = step.texts
    .filter(({ path }) => /description|subject|title|^name$/i.test(path))
    .map(({ text }) => text.source.slice(0, 600));
  const body = (step.message?.body ?? []).map((text) => text.source.slice(0, 600));
  return [step.name, ...described, ...body].join('\n');
};

const closesDeal = (step: Step): boolean =>
  has(step, 'books:create', 'books:change', 'books:cancel', 'moves:money');

/** Steps that only a failure reaches, by an error output or another flow's failure. */
const onlyAfterFailure = (graph: Graph, from: readonly number[]): ReadonlySet<number> => {
  const regular = graph.after(from, { without: (link) => link.kind === 'error' });
  const failed = new Set<number>();
  for (const position of graph.after(from).keys()) if (!regular.has(position)) failed.add(position);
  return failed;
};

/** Where the conversation itself can lead, calls to sub-flows kept in the same file included. */
const conversationReach = (graph: Graph, from: readonly number[]): Reached => {
  const reached = graph.after(from);
  const calls = [...reached.keys()].some((at) => {
    const step = graph.steps[at];
    return step !== undefined && !step.disabled && step.call !== null;
  });
  if (!calls) return reached;
  const called = graph.starts.filter((at) => has(graph.steps[at] as Step, 'starts:call') && !reached.has(at));
  if (called.length === 0) return reached;
  const wider = new Map(reached);
  for (const [at, previous] of graph.after(called)) if (!wider.has(at)) wider.set(at, previous);
  return wider;
};

const saysSomething = (step: Step): boolean =>
  step.message !== null &&
  (step.message.bodyState !== 'given' ||
    [...step.message.body, ...step.message.subject].some((text) => text.dynamic || text.modelChosen) ||
    step.message.body.length === 0);

const carriesCase = (step: Step): boolean => saysSomething(step) || askForPerson.test(purposeOf(step));

/** A message to staff that tells of something done or broken, not of somebody who waits. */
const isNotice = (step: Step, failed: boolean, dealt: boolean): boolean => {
  const purpose = purposeOf(step);
  if (askForPerson.test(purpose)) return false;
  if (failed || failureNotice.test(purpose)) return true;
  return dealt || (dealNotice.test(purpose) && !caseWords.test(purpose));
};

const assigns = (step: Step): boolean =>
  step.texts.some(({ path, text }) => assigneeField.test(path) && text.source !== '');

const recordWay = (step: Step): 'record' | 'hidden' | null => {
  if (!has(step, 'writes:records')) return null;
  const creates = !/update|get|delete|archive|move|close|reopen|complete/i.test(
    step.texts.find(({ path }) => path === 'operation')?.text.source ?? '',
  );
  if (taskTracker.test(step.type) && creates) return 'record';
  const all = step.texts.map(({ path, text }) => `${path} ${text.source.slice(0, 300)}`).join('\n');
  const about = `${step.name}\n${all}`;
  if (assigns(step) && (caseWords.test(about) || askForPerson.test(about))) return 'record';
  return askForPerson.test(about) || ticketTable.test(about) ? 'hidden' : null;
};
const ticketTable = /\btickets?\b|support[ _-]?(?:request|case|queue)|create_?ticket|call_?back/i;

/** "Send lead to owner", although the recipient is read off the customer's message. */
const meantForStaff = (step: Step, delivery: Delivery): boolean =>
  delivery.audience.evidence === 'inferred' &&
  delivery.message.to.kind === 'given' &&
  toStaff.test(step.name);
const toStaff =
  /(?:to|notify|alert|inform|tell|forward(?: to)?) (?:the |your |our )?(?:owner|team|admin|staff|sales|manager|agent|realtor|human|office)/i;

const isTool = (graph: Graph, position: number): boolean =>
  graph.owners(position).some((owner) => graph.parts(owner, 'ai_tool').includes(position));

const outsideCall = (step: Step): boolean => step.traits.length === 1 && step.traits[0] === 'calls:http';

/** A call that reports an open case to a system of one's own. */
const openCase =
  /missing[_ ]?(?:response|answer|info)|["']?(?:is_?)?resolved["']?\s*[:"]|no[_ ]answer|fallback[_ ]?(?:used|triggered)/i;

const callsFlow = (step: Step): boolean => step.call !== null || has(step, 'calls:flow');

const bodyPath = /^(?:json|body|raw)/i;
const writing = /^(?:POST|PUT|PATCH)$/i;

/** A call that carries something to an address which only an expression gives: it may be the team's chat. */
const toUnknownAddress = (step: Step): boolean => {
  const under = (path: RegExp): readonly Text[] =>
    step.texts.filter((each) => path.test(each.path)).map(({ text }) => text);
  return (
    step.host.startsWith('?') &&
    under(/^url$/).some((text) => text.dynamic && !/resume/i.test(text.source)) &&
    under(/^(?:request)?method$/i).some((text) => writing.test(text.source)) &&
    under(bodyPath).some((text) => text.dynamic || text.modelChosen) &&
    !onlyLooksUp(step)
  );
};

const hiddenWay = (
  graph: Graph,
  position: number,
  step: Step,
  delivery: Delivery | null,
): HiddenWay['why'] | null => {
  if (has(step, 'calls:tools')) return 'tools';
  const words = `${step.name}\n${step.host}\n${step.texts.map(({ text }) => text.source.slice(0, 2000)).join('\n')}`;
  if (outsideCall(step)) {
    if (personFlag.test(words) || openCase.test(words)) return 'call';
    return delivery === null && toUnknownAddress(step) ? 'address' : null;
  }
  if (step.knowledge === 'stripped') {
    const sends = step.assumed.some((trait) => /^(?:sends:|drafts:|opens:|asks:)/.test(trait));
    return sends || isTool(graph, position) || has(step, 'generates:text') ? 'stripped' : null;
  }
  if (step.knowledge === 'uncatalogued')
    return isTool(graph, position) || personFlag.test(words) ? 'uncatalogued' : null;
  if (has(step, 'runs:code') && /httpRequest|fetch\(|axios/.test(words))
    return askForPerson.test(words) ? 'call' : null;
  return null;
};

/** What a call leads to: read from the flow that it starts, where that is at hand. */
const beyondCall = (
  view: FlowView,
  step: Step,
  seen: ReadonlySet<string>,
  called: CalledFlow,
): 'way' | 'hidden' | 'supposed' | 'nothing' => {
  if (called === 'here') return 'nothing';
  const id = step.call?.id ?? null;
  const other = id === null || seen.has(id) || seen.size > 8 ? undefined : view.neighbour(id);
  if (id === null || other === undefined) return called === 'supposed' ? 'supposed' : 'hidden';
  const starts = other.graph.starts.filter((at) => has(other.graph.steps[at] as Step, 'starts:call'));
  const found = staffWaysOf(other, starts, new Set([...seen, id]));
  if (found.ways.length > 0) return 'way';
  if (found.hidden.length > 0) return 'hidden';
  return found.supposed.length > 0 ? 'supposed' : 'nothing';
};

const known = perView(() => new Map<string, StaffWays>());

/**
 * Every way from the steps `from` to somebody of the business, and what could be one but lies outside the file. `seen`:
 * flows on the way here. Worked out once for the same beginning.
 */
export const staffWaysOf = (
  view: FlowView,
  from: readonly number[],
  seen: ReadonlySet<string> = nowhere,
): StaffWays => {
  if (seen.size > 0) return findStaffWays(view, from, seen);
  const key = from.join(' ');
  const ways = known(view);
  const before = ways.get(key);
  if (before !== undefined) return before;
  const made = findStaffWays(view, from, seen);
  ways.set(key, made);
  return made;
};

const nowhere: ReadonlySet<string> = new Set();

const findStaffWays = (view: FlowView, from: readonly number[], seen: ReadonlySet<string>): StaffWays => {
  const { graph } = view;
  const reached = conversationReach(graph, from);
  const own = graph.after(from);
  const undealt = graph.after(from, {
    stopAt: (at) => {
      const step = graph.steps[at];
      return step !== undefined && !step.disabled && closesDeal(step);
    },
  });
  const failed = onlyAfterFailure(graph, from);
  const deliveries = new Map<number, Delivery>();
  for (const delivery of view.deliveries) {
    // What the last step sends counts before what it hands back to the chat.
    if (!delivery.inPlace || !deliveries.has(delivery.position)) deliveries.set(delivery.position, delivery);
  }
  const called = calledFlows(view, reached.keys());
  const asked = whereAsked(graph, reached.keys());
  const ways: StaffWay[] = [];
  const hidden: HiddenWay[] = [];
  const supposed: Step[] = [];
  const promises: number[] = [];
  for (const position of reached.keys()) {
    const step = graph.steps[position];
    if (step === undefined || step.disabled || from.includes(position)) continue;
    const delivery = deliveries.get(position) ?? null;
    const add = (by: StaffWay['by'], evidence: StaffWay['evidence']): void => {
      ways.push({ position, step, by, evidence, delivery });
    };
    if (toInbox(graph, position)) add('inbox', 'proven');
    else if (has(step, 'assigns:person')) add('assignment', 'proven');
    else if (has(step, 'opens:ticket')) add('ticket', 'proven');
    else if (delivery?.draft === true) add('draft', 'proven');
    else if (delivery?.known === true && delivery.audience.who === 'staff' && !delivery.inPlace) {
      const dealt = !undealt.has(position) && own.has(position);
      if (delivery.asks) add('question', delivery.audience.evidence);
      else if (
        asked?.has(position) === true ||
        (!isNotice(step, failed.has(position), dealt) && carriesCase(step))
      )
        add('message', delivery.audience.evidence);
    } else if (recordWay(step) === 'record') add('record', 'inferred');
    const open =
      delivery !== null &&
      !delivery.inPlace &&
      delivery.message.to.kind !== 'origin' &&
      (delivery.audience.who === 'unknown' || meantForStaff(step, delivery));
    const hiddenRecord = recordWay(step) === 'hidden' ? 'record' : null;
    const beyond = callsFlow(step) ? beyondCall(view, step, seen, called(step)) : null;
    const why =
      hiddenRecord ??
      (open ? 'recipient' : beyond === null ? hiddenWay(graph, position, step, delivery) : null);
    if (beyond === 'way') add('message', 'proven');
    else if (beyond === 'supposed') supposed.push(step);
    else if (beyond === 'hidden') hidden.push({ position, step, why: 'sub-flow' });
    else if (why !== null) hidden.push({ position, step, why });
    if (promisesPerson(step, delivery)) promises.push(position);
  }
  return { ways, hidden, supposed, promises };
};

/** Prompts of models and texts that customers get may promise a person; what is only handed on must name one. */
const promisesPerson = (step: Step, delivery: Delivery | null): boolean => {
  if (has(step, 'model', 'internal') && !has(step, 'generates:text')) return false;
  if (has(step, 'generates:text')) return step.texts.some(({ text }) => promisesPersonIn(text.source));
  if (delivery !== null) {
    if (!reachesOutside(delivery)) return false;
    const { body, subject } = delivery.message;
    return [...body, ...subject].some((text) => promisesPersonIn(text.source));
  }
  if (!has(step, 'runs:code', 'transforms', 'calls:http')) return false;
  return step.texts.some(({ text }) => personForSure.test(text.source) || followUp.test(text.source));
};
