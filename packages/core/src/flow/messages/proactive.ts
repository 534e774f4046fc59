import type { Step } from '../flow.ts';
import { type Graph, has } from '../graph.ts';
import { perView } from '../per-view.ts';
import type { FlowView } from '../view.ts';
import { type Outgoing, outgoingOf } from './outgoing.ts';
import { followsUp } from './purpose.ts';

/** A message to customers that nobody asked for at that moment: the business starts it, and it really goes out. */
export interface Proactive {
  readonly outgoing: Outgoing;
  /** `clock`: at set times. `person`: somebody of the business presses a button. `event`: something happens. `call`: another flow. */
  readonly by: 'clock' | 'person' | 'event' | 'call';
  /** Starts that lead to it, those of `by` first. */
  readonly starts: readonly number[];
  /** Everything that can have run before it, nearest first, calls of the flow to itself included. */
  readonly before: ReadonlySet<number>;
}

const started = (graph: Graph, position: number, from: readonly number[]): readonly number[] =>
  from.filter((start) => graph.startedBy(start).has(position));

const startsWith = (graph: Graph, ...traits: Parameters<typeof has>[1][]): readonly number[] =>
  graph.starts.filter((at) => has(graph.steps[at] as Step, ...traits));

/** Steps by which a run calls this very flow again: what is called goes on in the same run. */
const selfCalls = (view: FlowView, from: readonly number[]): readonly number[] => {
  const { flow, graph } = view;
  const calling = new Set<number>();
  for (const start of from) {
    for (const at of graph.startedBy(start).keys()) {
      const call = graph.steps[at]?.call;
      if (call == null || graph.live[at] !== true) continue;
      if (call.id === null || flow.id === null || call.id === flow.id) calling.add(at);
    }
  }
  return [...calling];
};

/** Enough for any real flow; keeps the cost in bounds where thousands of messages follow one another. */
const most = 400;

const channels = new Set(['email', 'sms', 'messenger', 'voice', 'push']);

const ownPlace = /config|setting|setup|preference|\bvars?\b|variables|constants/i;
const polled = /message|conversation|inbox|comment|\bdms?\b|mention/i;

/** The address stands in the flow's own settings: it is one of the business, whatever the message says. */
const toOneself = (graph: Graph, { delivery, recipient }: Outgoing): boolean => {
  const { to } = delivery.message;
  if (to.kind !== 'given' || delivery.audience.fixed) return false;
  const named = to.texts.flatMap((text) =>
    text.refs.flatMap((ref) => (ref.from === 'step' ? [ref.step] : [])),
  );
  const read = [...recipient.records].map((at) => graph.steps[at]?.name ?? '');
  const places = named.length > 0 ? named : read;
  return places.length > 0 && places.every((name) => ownPlace.test(name));
};

/** Messages are fetched at set times and answered: the customer wrote first. */
const answersPolled = (graph: Graph, { delivery, recipient }: Outgoing): boolean =>
  delivery.message.channel !== 'email' &&
  recipient.records.size > 0 &&
  [...recipient.records].every((at) => polled.test(graph.steps[at]?.name ?? ''));

/** An agent that is asked in a chat as well: it writes when and to whom it is told. */
const told = (view: FlowView, { delivery }: Outgoing): boolean => {
  const { to } = delivery.message;
  return (
    to.kind === 'given' &&
    to.texts.some((text) => text.modelChosen) &&
    view.intakes.some(({ position }) => view.graph.startedBy(position).has(delivery.position))
  );
};

/** Every such message, in the order of the file. Drafts, questions to colleagues and answers to somebody's own request are none. */
export const proactiveOf = perView((view): readonly Proactive[] => {
  const { graph } = view;
  const called = startsWith(graph, 'starts:call');
  const clocks = startsWith(graph, 'starts:schedule');
  const buttons = startsWith(graph, 'starts:manual', 'starts:team');
  const clockCalls = called.length === 0 ? [] : selfCalls(view, clocks);
  const buttonCalls = called.length === 0 ? [] : selfCalls(view, buttons);
  const before = (position: number, calls: readonly number[]): ReadonlySet<number> => {
    const found = new Set(graph.before(position, { most }).keys());
    if (started(graph, position, called).length === 0) return found;
    for (const call of calls) for (const at of graph.before(call, { most }).keys()) found.add(at);
    return found;
  };
  const found: Proactive[] = [];
  for (const outgoing of outgoingOf(view)) {
    const { delivery, purpose } = outgoing;
    const { position, message } = delivery;
    if (delivery.draft || delivery.asks || delivery.inPlace) continue;
    // Nothing shows that it is customers who get it.
    if (!outgoing.sure && outgoing.recipient.records.size === 0) continue;
    if (toOneself(graph, outgoing) || answersPolled(graph, outgoing) || told(view, outgoing)) continue;
    const by = (calls: readonly number[], direct: readonly number[]): readonly number[] =>
      started(graph, position, calls.length > 0 ? [...direct, ...called] : direct);
    const clock = by(clockCalls, clocks);
    // Written into a conversation that nobody has started: a message like any other.
    const posted = message.channel === 'reply' && delivery.step.host !== '' && clock.length > 0;
    if (!channels.has(message.channel) && !posted) continue;
    const add = (kind: Proactive['by'], starts: readonly number[], calls: readonly number[] = []): void => {
      found.push({ outgoing, by: kind, starts, before: before(position, calls) });
    };
    if (clock.length > 0 && (purpose !== 'conversation' || posted)) {
      add('clock', clock, clockCalls);
      continue;
    }
    if (purpose === 'conversation' || purpose === 'answer') continue;
    const person = by(buttonCalls, buttons);
    const call = started(graph, position, called);
    if (person.length > 0) add('person', person, buttonCalls);
    else if (purpose !== 'marketing' && !followsUp(view, position)) continue;
    else if (call.length > 0) add('call', call);
    else add('event', started(graph, position, graph.starts));
  }
  return found;
});
