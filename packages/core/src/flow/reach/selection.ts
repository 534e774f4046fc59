import { askedTexts, givenTo } from '../data/asked.ts';
import { isModel, sourcesBehindModel } from '../data/own-data.ts';
import { selfCalls } from '../data/self-call.ts';
import type { Condition, Step, Text } from '../flow.ts';
import { has } from '../graph.ts';
import type { Outgoing } from '../messages/outgoing.ts';
import { perView } from '../per-view.ts';
import type { Origins } from '../trace.ts';
import type { FlowView } from '../view.ts';
import { type Comparison, suppressionWord, type Tested, testedBy } from './attribute.ts';
import { comparisonsInCode } from './comparison.ts';
import { type HiddenSelection, ofSource, type Selection, type Selections } from './recipient-source.ts';

const sideOf = (text: Text): string =>
  text.refs.length > 0 ? text.refs.map((ref) => ref.path).join(' ') : text.source;

const fromCondition = ({ left, operator, right }: Condition): Comparison =>
  left.dynamic || !right.dynamic
    ? {
        field: left.dynamic ? `${sideOf(left)}` : left.source,
        operator: /isEmpty|isNotEmpty/.test(left.source) ? 'empty' : operator,
        value: right.dynamic ? '' : right.source,
      }
    : { field: sideOf(right), operator, value: left.source };

/** Do all its outputs lead to the same messages? Then it chooses nothing. */
const choosesNothing = (
  view: FlowView,
  position: number,
  reach: readonly ReadonlyMap<number, number>[],
): boolean => {
  const step = view.graph.steps[position];
  const links = view.graph.leaving(position).filter((link) => link.kind === 'main');
  const outputs = new Map<number, string>();
  for (const link of links) {
    const target = view.graph.steps[link.to];
    // Back to the loop: this one is left out, and the next one is looked at.
    const round =
      target !== undefined && has(target, 'loops') && view.graph.before(position, { most: 200 }).has(link.to);
    const reached = reach.map((before) => (!round && before.has(link.to) ? '1' : '0')).join('');
    const known = outputs.get(link.output);
    if (known === undefined || known < reached) outputs.set(link.output, reached);
  }
  const choices = Math.max(2, step?.branch?.labels.length ?? 2);
  return outputs.size >= choices && new Set(outputs.values()).size === 1;
};

const mostBefore = 200;

/** Words of a place that knows what somebody bought or is to the business. */
const dealings =
  /deal|order|customer|client|purchase|invoice|membership|subscription|kunde|bestell|pedido|compra|commande|achat/i;

/** Places that a value comes from; for a model, the places that it was given things from. */
const withModels = (view: FlowView, origins: Origins): readonly number[] =>
  origins.leaves.flatMap(({ at }) => [at, ...(isModel(view, at) ? sourcesBehindModel(view, at) : [])]);

const placesOf = (view: FlowView, position: number, texts: readonly Text[]): readonly number[] =>
  withModels(view, view.tracer.of(position, texts));

/** A step that looks something up, with the places that what it is asked with comes from. */
export const askedWith = (view: FlowView, position: number): readonly number[] => {
  const step = view.graph.steps[position];
  if (step === undefined || step.message !== null || !has(step, 'reads:records', 'calls:http', 'calls:flow'))
    return [];
  if (askedTexts(view, position).length === 0) return [];
  return withModels(view, givenTo(view, position)).filter((at) => at !== position);
};

const placeWords = (step: Step): string =>
  [
    step.name,
    step.host,
    ...step.texts
      .filter(({ path }) => /table|sheet|base|list|query/i.test(path))
      .map(({ text }) => text.source.slice(0, 300)),
  ].join(' ');

/** Does the choice rest on whether somebody was found in a list of those to be left in peace? */
const askedOfSuppression = (view: FlowView, position: number, condition: Condition): boolean =>
  view.tracer.of(position, [condition.left, condition.right]).leaves.some(({ at }) => {
    const step = view.graph.steps[at];
    return step !== undefined && askedWith(view, at).length > 0 && suppressionWord.test(placeWords(step));
  });

/** A merge that keeps only those who are not in a list of people to be left in peace. */
const keepsOthersOnly = (view: FlowView, position: number, step: Step): boolean => {
  const keeps =
    /compareDatasets$/.test(step.type) || step.texts.some(({ text }) => text.source === 'keepNonMatches');
  if (!keeps) return false;
  return [...view.graph.before(position, { most: 30 }).keys()].some((at) => {
    const from = view.graph.steps[at];
    return (
      from !== undefined && has(from, 'reads:records', 'reads:list') && suppressionWord.test(placeWords(from))
    );
  });
};

/** Does the choice rest on whether somebody has ordered, signed or paid, as looked up for them? */
const askedOfDealings = (view: FlowView, position: number, condition: Condition): boolean =>
  view.tracer.of(position, [condition.left, condition.right]).leaves.some(({ at }) => {
    const step = view.graph.steps[at];
    if (step === undefined || askedWith(view, at).length === 0) return false;
    return dealings.test(`${step.host} ${step.name}`) && !/sent|log\b|unsub|suppress/i.test(step.name);
  });

interface Search {
  readonly view: FlowView;
  /** Places that the recipients come from. */
  readonly people: Set<number>;
  readonly reach: ReadonlyMap<number, number>[];
  readonly found: Selection[];
  readonly hidden: HiddenSelection[];
}

const searchFor = (view: FlowView, group: readonly Outgoing[]): Search => {
  const { graph } = view;
  const people = new Set(
    group.flatMap(({ recipient }) => [
      ...recipient.records,
      ...recipient.hidden,
      ...recipient.starts,
      ...recipient.models,
      ...[...recipient.models].flatMap((model) => sourcesBehindModel(view, model)),
    ]),
  );
  const reach: Search['reach'] = group
    .slice(0, 12)
    .map(({ delivery }) => graph.before(delivery.position, { most: mostBefore }));
  const hidden: HiddenSelection[] = [];
  const called = [...people].filter((at) => {
    const step = graph.steps[at];
    return step !== undefined && has(step, 'starts:call');
  });
  for (const start of called) {
    const calling = selfCalls(view);
    const step = graph.steps[start];
    if (calling.length === 0 && step !== undefined) hidden.push({ step, why: 'flow' });
    for (const at of calling) {
      const walked = graph.before(at, { most: mostBefore });
      reach.push(walked);
      for (const each of walked.keys()) {
        const source = graph.steps[each];
        if (source !== undefined && has(source, 'reads:records', 'reads:list')) people.add(each);
      }
    }
  }
  for (const at of joined(view, reach)) people.add(at);
  return { view, people, reach, found: [], hidden };
};

/** Lists matched by address with the one that is written to: "only the row of this one". */
const joined = (view: FlowView, reach: Search['reach']): readonly number[] =>
  [...new Set(reach.flatMap((each) => [...each.keys()]))].flatMap((at) =>
    (view.graph.steps[at]?.branch?.conditions ?? [])
      .filter(
        ({ left, right }) =>
          left.dynamic &&
          right.dynamic &&
          testedBy(fromCondition({ left, right, operator: 'equals', output: 0 })) === 'address',
      )
      .flatMap(({ left, right }) => placesOf(view, at, [left, right])),
  );

/** Is it something of the recipients, or looked up for them? */
const isTheirs = ({ view, people }: Search, places: readonly number[]): boolean =>
  places.some((at) => people.has(at) || askedWith(view, at).some((from) => people.has(from)));

const ofBranch = (search: Search, position: number, step: Step): void => {
  const { view, found, hidden, reach } = search;
  if (step.knowledge === 'stripped') hidden.push({ step, why: 'stripped' });
  if (step.branch === null || (!has(step, 'filters') && choosesNothing(view, position, reach))) return;
  const add = (comparison: Comparison, tested: Tested): void => {
    found.push({ step, position, tested, comparison });
  };
  if (step.branch.conditions.length === 0 && has(step, 'judges:model')) {
    const texts = step.texts.map(({ text }) => text);
    if (isTheirs(search, placesOf(view, position, texts)))
      add({ field: 'category', operator: 'equals', value: step.branch.labels.join(' ') }, 'attribute');
  }
  for (const condition of step.branch.conditions) {
    const comparison = fromCondition(condition);
    if (!isTheirs(search, placesOf(view, position, [condition.left, condition.right]))) continue;
    const tested = testedBy(comparison);
    if (tested === 'attribute' || tested === 'suppression') add(comparison, tested);
    else if (askedOfSuppression(view, position, condition)) add(comparison, 'suppression');
    else if (askedOfDealings(view, position, condition)) add(comparison, 'attribute');
    else if (tested !== 'other' || comparison.value !== '') add(comparison, tested);
  }
};

const memo = perView(() => new Map<Outgoing, { readonly size: number; readonly made: Selections }>());

/** Where it is decided who gets the messages of `group`, or which of them. Worked out once a group. */
export const selectionsFor = (view: FlowView, group: readonly Outgoing[]): Selections => {
  const [first] = group;
  if (first === undefined) return { found: [], hidden: [] };
  const known = memo(view).get(first);
  if (known !== undefined && known.size === group.length) return known.made;
  const made = findSelections(view, group);
  memo(view).set(first, { size: group.length, made });
  return made;
};

const findSelections = (view: FlowView, group: readonly Outgoing[]): Selections => {
  const { graph } = view;
  const search = searchFor(view, group);
  const { found, hidden, people } = search;
  for (const position of new Set<number>(search.reach.flatMap((each) => [...each.keys()]))) {
    const step = graph.steps[position];
    if (step === undefined || graph.live[position] !== true) continue;
    if (people.has(position) || has(step, 'reads:list')) {
      const source = ofSource(step, position);
      found.push(...source.found);
      // What is asked about one person at a time hands that one on; it does not pick.
      if (!askedWith(view, position).some((at) => at !== position)) hidden.push(...source.hidden);
    }
    if (has(step, 'merges') && keepsOthersOnly(view, position, step))
      found.push({
        step,
        position,
        tested: 'suppression',
        comparison: { field: step.name, operator: 'in', value: '' },
      });
    if (has(step, 'decides', 'filters') || (has(step, 'judges:model') && step.branch !== null))
      ofBranch(search, position, step);
    else if (has(step, 'runs:code')) {
      const into = view.tracer.into(position).leaves.map(({ at }) => at);
      if (!isTheirs(search, into)) continue;
      for (const comparison of comparisonsInCode(step)) {
        const tested = testedBy(comparison);
        if (tested !== 'other') found.push({ step, position, tested, comparison });
      }
    }
  }
  return { found, hidden };
};
