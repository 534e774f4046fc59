import type { Step } from '../flow.ts';
import { perView } from '../per-view.ts';
import { isSetting } from '../settings.ts';
import type { Origins } from '../trace.ts';
import type { FlowView } from '../view.ts';
import { customerField, staffField } from '../words/words.ts';
import type { Delivery } from './delivery.ts';
import { byWords, type Draft, type Purpose, plainPurpose } from './purpose.ts';

/** A message to somebody outside, or to somebody of whom the file does not say who it is. */
export interface Outgoing {
  readonly delivery: Delivery;
  readonly purpose: Purpose;
  /** Where the recipient's address comes from. */
  readonly recipient: Origins;
  /** The same for all messages that go to the same people. */
  readonly audience: string;
  /** The file shows that customers get it. Else it may as well be a notice within the business. */
  readonly sure: boolean;
}

/** Messages whose recipients come from the same places go to the same people. */
const audienceKey = ({ recipient, delivery }: Draft): string => {
  const from = [...recipient.records, ...recipient.starts].sort((one, other) => one - other);
  return from.length === 0 ? `${delivery.audience.fixed ? recipient.fixed.join() : ''}` : from.join();
};

const isSure = (view: FlowView, { delivery }: Draft, purpose: Purpose): boolean => {
  const { audience, message, position } = delivery;
  if (audience.who !== 'customer') return false;
  if (audience.evidence === 'proven') return true;
  // "Notify team", "Alert manager": the step's own name speaks of a colleague.
  if (purpose === 'unclear' || staffField.test(delivery.step.name)) return false;
  if (message.to.kind === 'given' && isSetting(message.to.texts)) return false;
  // An agent that picks the address itself, with no customer in the flow, may well write to a colleague.
  const picked = message.to.kind === 'given' && message.to.texts.some((text) => text.modelChosen);
  if (!picked) return true;
  const talks = view.intakes.some(
    ({ who, position: start }) => who === 'customer' && view.graph.startedBy(start).has(position),
  );
  return talks || message.to.texts.some((text) => customerField.test(text.source.replace(/\$fromAI/g, '')));
};

const nowhere: Origins = {
  leaves: [],
  starts: new Set(),
  models: new Set(),
  people: new Set(),
  records: new Set(),
  fixed: [],
  paths: [],
  environment: false,
  through: new Set(),
  hidden: new Set(),
};

/** A mail to one fixed address, sent because a customer wrote: it tells a colleague, whatever its footer says. */
const tellsColleague = (view: FlowView, { audience, message, position }: Delivery): boolean =>
  audience.fixed &&
  message.channel === 'email' &&
  view.intakes.some(
    ({ who, via, position: start }) =>
      who === 'customer' &&
      (via === 'chat' || via === 'webhook') &&
      view.graph.startedBy(start).has(position),
  );

/** Every live message to somebody outside, with what it is for; public posts and messages within the business are left out. */
export const outgoingOf = perView((view): readonly Outgoing[] => {
  // Who is asked for approval at a fixed address is one of you, and so is whatever else goes to that address.
  const reviewers = new Set(
    view.deliveries.flatMap(({ asks, audience, message }) =>
      asks && audience.fixed && message.to.kind === 'given'
        ? message.to.texts.map(({ source }) => source)
        : [],
    ),
  );
  const isReviewed = ({ audience, message }: Delivery): boolean =>
    audience.fixed &&
    message.to.kind === 'given' &&
    message.to.texts.some(({ source }) => reviewers.has(source));
  const drafts = view.deliveries
    .filter(({ audience }) => audience.who === 'customer' || audience.who === 'unknown')
    .filter(({ message }) => message.channel !== 'push')
    .filter((delivery) => !tellsColleague(view, delivery) && !isReviewed(delivery))
    .map((delivery): Draft => {
      const { to, from } = delivery.message;
      const named = to.kind === 'given' || to.kind === 'list';
      return {
        delivery,
        recipient: named
          ? view.tracer.of(delivery.position, delivery.audience.fixed ? [...to.texts, ...from] : to.texts)
          : nowhere,
      };
    });
  const plain = drafts.map((draft) => plainPurpose(view, draft));
  const groups = new Map<string, Draft[]>();
  drafts.forEach((draft, index) => {
    if (plain[index] !== null) return;
    const key = audienceKey(draft);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [draft]);
    else group.push(draft);
  });
  const weighed = new Map([...groups].map(([key, group]) => [key, byWords(view, group)]));
  return drafts.map((draft, index): Outgoing => {
    const key = audienceKey(draft);
    const purpose = plain[index] ?? weighed.get(key) ?? 'unclear';
    return { ...draft, purpose, audience: key, sure: isSure(view, draft, purpose) };
  });
});

/** Messages that go to the same people and are for the same, together; in the order of the file. */
export const outgoingByAudience = (
  view: FlowView,
  wanted: (outgoing: Outgoing) => boolean,
): readonly (readonly Outgoing[])[] => {
  const groups = new Map<string, Outgoing[]>();
  const all = outgoingOf(view).filter(wanted);
  // Beside a campaign, a notice that goes nobody knows where is more likely one to yourself.
  const campaign = all.some(({ purpose, sure }) => sure && purpose === 'marketing');
  for (const outgoing of all) {
    if (campaign && outgoing.delivery.audience.who === 'unknown') continue;
    const key = `${outgoing.purpose} ${outgoing.audience}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [outgoing]);
    else group.push(outgoing);
  }
  return [...groups.values()];
};

/** Steps of a way that are shown at most: its start and its end. */
const longest = 40;

/** The way from a start to the step at `position`: the witness of what is said about it. A very long one loses its middle. */
export const wayTo = (view: FlowView, position: number): readonly Step[] => {
  const { steps } = view.graph;
  for (const start of view.graph.starts) {
    const walked = view.graph.startedBy(start);
    if (!walked.has(position)) continue;
    const way: number[] = [];
    let at = position;
    while (way.length < longest && at !== start) {
      way.push(at);
      at = walked.get(at) ?? start;
    }
    return [start, ...way.reverse()].flatMap((each) => steps[each] ?? []);
  }
  return steps.slice(position, position + 1);
};
