import { aboutNobody, isModel, sourcesBehindModel, wholeText, withoutComments } from '../data/own-data.ts';
import type { Step, Text } from '../flow.ts';
import { has } from '../graph.ts';
import type { FlowView } from '../view.ts';
import type { Delivery } from './delivery.ts';
import { localField, localSource, localWords } from './local-words.ts';
import { spokenBy } from './spoken.ts';

/**
 * What a message has of the place around. `source`: a step that reads local things feeds it. `words`: its own words name
 * them. `told`: a model is asked to, and given nothing. `none`: its whole text is in the file and has nothing of it. `open`:
 * part of it comes from where the file does not show what it says.
 */
export type Local =
  | { readonly is: 'source'; readonly step: Step }
  | { readonly is: 'words' | 'told' | 'none' | 'open' };

/** A plan of one's own posts is no calendar of what goes on. */
const ownPlans =
  /(?:content|editorial|redaktions?|post(?:ing|s)?|social(?:[- ]media)?|marketing|publish\w*|campaign)[-_ ]*(?:calend\w*|kalender|plan\w*|events?)/gi;
const speaksOfLocal = (text: string): boolean => localSource.test(text.slice(0, 400).replace(ownPlans, ' '));

/** A step that reads what goes on around: events, a calendar, the weather. */
const readsLocal = (step: Step): boolean => {
  if (!has(step, 'reads:records', 'books:read', 'calls:http', 'starts:feed', 'starts:booking')) return false;
  if (has(step, 'books:read') || /openWeatherMap|googleCalendar/i.test(step.type)) return true;
  if (speaksOfLocal(`${step.name} ${step.host}`)) return true;
  return step.texts.some(
    ({ path, text }) =>
      /table|sheet|base|database|feed|calendar|^url$/i.test(path) && speaksOfLocal(text.source),
  );
};

/** Everything that the message is made from, models looked through. */
const placesBehind = (view: FlowView, delivery: Delivery): ReadonlySet<number> => {
  const { says, models, position } = delivery;
  const body = view.tracer.of(position, [
    ...delivery.message.body,
    ...delivery.message.subject,
    ...delivery.message.merge,
  ]);
  const places = new Set<number>([...says.records, ...says.starts, ...body.leaves.map(({ at }) => at)]);
  const queue = [...new Set([...models, ...says.models])];
  const seen = new Set(queue);
  for (let head = 0; head < queue.length && head < 40; head += 1) {
    for (const at of sourcesBehindModel(view, queue[head] ?? -1)) {
      places.add(at);
      if (isModel(view, at) && !seen.has(at)) {
        seen.add(at);
        queue.push(at);
      }
    }
    for (const tool of view.graph.parts(queue[head] ?? -1, 'ai_tool')) places.add(tool);
  }
  return places;
};

/** Texts that people read: own words and words put together in fields and code, without comments. */
const namesLocal = (view: FlowView, delivery: Delivery, part: 'said' | 'prompt'): boolean =>
  spokenBy(view.graph, delivery).some((spoken) => {
    if ((spoken.part === 'prompt') !== (part === 'prompt')) return false;
    const source = spoken.text.source.replace(/<[^<>]{0,2000}>/g, ' ').slice(0, 8_000);
    return localWords.test(spoken.part === 'made' ? withoutComments(source) : source);
  });

/** What a message has of the place around the shop. */
export const localIn = (view: FlowView, delivery: Delivery): Local => {
  const places = placesBehind(view, delivery);
  for (const at of places) {
    const step = view.graph.steps[at];
    if (step !== undefined && readsLocal(step)) return { is: 'source', step };
  }
  if (namesLocal(view, delivery, 'said')) return { is: 'words' };
  const { says, message, models } = delivery;
  const fields = view.tracer.of(delivery.position, message.body).leaves;
  if (fields.some(({ path }) => localField.test(path.slice(path.lastIndexOf('.') + 1))))
    return { is: 'words' };
  if (namesLocal(view, delivery, 'prompt')) return { is: 'told' };
  if (!delivery.known || message.bodyState !== 'given' || message.body.length === 0) return { is: 'open' };
  if (models.length + says.models.size + says.hidden.size + says.people.size > 0) return { is: 'open' };
  // Pictures and films are looked at more than their caption is read.
  const shows = delivery.step.texts.some(({ path }) => /video|photo|image|media|file|attach/i.test(path));
  const whole = message.body.every(isWholeText) && message.body.some(isProse);
  return { is: whole && !shows ? 'none' : 'open' };
};

const words = (text: Text): string =>
  text.source
    .replace(/\{\{[^{}]{0,400}\}\}/g, '')
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Enough words of its own to be the message. */
const isProse = (text: Text): boolean => words(text).length >= 40;

/** All that is said stands here: a name in the greeting changes nothing about it. */
const isWholeText = (text: Text): boolean =>
  !/\{\{|=>/.test(words(text)) &&
  text.refs.every(({ path }) => {
    const field = path.slice(path.lastIndexOf('.') + 1);
    return greetingField.test(field) || (aboutNobody.test(field) && !wholeText.test(field));
  });

const greetingField =
  /name$|^(?:nombre|nome|vorname|nachname|pr[eé]nom|anrede|salutation|company|business|firma|empresa|entreprise)$/i;
