import { z } from 'zod';
import { canBreak, canFail } from '../../flow/failures/failure-test.ts';
import { type DeadWay, type FailureWay, failureWaysOf } from '../../flow/failures/failure-way.ts';
import type { Step } from '../../flow/flow.ts';
import { has, pathTo } from '../../flow/graph.ts';
import type { FlowView } from '../../flow/view.ts';
import { defineCheck, listed, named, notApplicable, type Place } from '../define.ts';

const adjustment = 'Have failures reported to a person';

const saidOf = (way: FailureWay): string => {
  const from = way.from === null ? '' : named(way.from);
  const to = way.to === null ? '' : named(way.to);
  switch (way.by) {
    case 'error-start':
      return `When the flow fails, ${from} starts and ${to} tells somebody.`;
    case 'error-output':
      return `When ${from} fails, the flow goes on to ${to}.`;
    case 'branch':
      return `${from} tells a failure from success and leads to ${to}.`;
    default:
      return `A failure does not stop the flow: ${from} reads it, and ${to} still goes out.`;
  }
};

/** What the named error flow says of itself, where the business's other flows are at hand. */
const errorFlow = (view: FlowView, about: readonly Step[]): Place | null => {
  const reference = view.flow.errorFlow;
  if (reference === null) return null;
  const id = reference.id ?? '';
  const place = { about, mark: 'error-flow' };
  if (id !== '' && id === view.flow.id) return null;
  const other = view.neighbour(id);
  if (other === undefined) {
    if (view.surroundings.whole !== true && view.surroundings.flows.length <= 1)
      return {
        ...place,
        verdict: 'pass',
        evidence: 'inferred',
        message: `Failures are handed to another flow (${id}); that it tells somebody cannot be seen from here.`,
      };
    return {
      ...place,
      verdict: 'unknown',
      evidence: 'inferred',
      message: `Failures are handed to another flow (${id}) that is not among the flows at hand.`,
      question: `Does the flow ${id} exist, and does it tell somebody when this one fails?`,
      adjustment,
    };
  }
  const starts = other.graph.steps.some((step) => !step.disabled && has(step, 'starts:error'));
  const way = failureWaysOf(other).ways.find((each) => each.by === 'error-start');
  if (starts && way !== undefined)
    return {
      ...place,
      verdict: 'pass',
      evidence: 'proven',
      witness: way.path,
      message: `When this flow fails, "${other.flow.name}" starts and its step ${way.to === null ? '' : named(way.to)} tells somebody.`,
    };
  return {
    ...place,
    verdict: 'fail',
    evidence: 'proven',
    message: starts
      ? `When this flow fails, "${other.flow.name}" starts but tells nobody. Let it end in a message to one of you.`
      : `When this flow fails, "${other.flow.name}" is called, but it cannot be started by a failure. Let it begin with an error trigger and end in a message to one of you.`,
    adjustment,
  };
};

const failureName = /error|fail|fehler|erreur|erro\b|exception|incident/i;

/** An answer to what somebody entered is no report of a failure. */
const entryWords = /valid|input|missing|user|customer/i;

/** A step that is plainly meant for failures, and that nothing starts. */
const orphaned = (view: FlowView): Step | undefined =>
  view.graph.steps.find(
    (step, at) =>
      view.graph.live[at] !== true &&
      step.message !== null &&
      failureName.test(step.name) &&
      !entryWords.test(step.name),
  );

/** Branches whose conditions were removed from the file and that lead to a message: one of them may be about failures. */
const undecided = (view: FlowView): readonly Step[] => {
  const { graph } = view;
  return graph.steps.filter((step, at) => {
    if (graph.live[at] !== true || step.knowledge !== 'stripped' || !has(step, 'decides')) return false;
    return graph
      .leaving(at)
      .some((link) => graph.steps[link.to]?.message === null && saysIt(graph.steps[link.to]));
  });
};
const saysIt = (step: Step | undefined): boolean =>
  step?.assumed.some((trait) => /^(?:sends|replies):/.test(trait)) === true && failureName.test(step.name);

/** A step of a kind that nobody described, at the head of a way: it may well start the flow. */
const perhapsStarts = ({ graph }: FlowView, at: number): boolean =>
  graph.steps[at]?.disabled === false &&
  graph.steps[at]?.knowledge === 'uncatalogued' &&
  graph.entering(at).length === 0 &&
  graph.leaving(at).length > 0;

const lostWay = (dead: readonly DeadWay[]): string => {
  const [first] = dead;
  if (first === undefined) return '';
  if (first.at.disabled) return ` ${named(first.at)} would tell of it, but it is switched off.`;
  if (first.from === first.at) return ` ${named(first.from)} is there for it but leads nowhere.`;
  return ` ${named(first.from)} notices a failure, but it ends at ${named(first.at)}, where nobody sees it.`;
};

export const check = defineCheck({
  meta: {
    id: 'require-error-path',
    title: 'Somebody learns of it when an automation breaks',
    summary:
      'A technical failure reaches a person of the business, the customer who is waiting, or a second way that still delivers.',
    values: ['agility', 'quality-craftsmanship', 'customer-intimacy'],
    appliesTo: 'flows in which something that runs can fail',
    options: z.strictObject({}),
    version: 2,
    since: '0.1.0',
  },
  evaluate: (view): readonly Place[] => {
    const { graph } = view;
    const start =
      graph.starts.find((at) => !has(graph.steps[at] as Step, 'starts:error')) ?? graph.starts[0] ?? 0;
    const first = graph.steps[start];
    const about = first === undefined ? [] : [first];
    const other = errorFlow(view, about);
    const { ways, dead } = failureWaysOf(view);
    const passes = ways.map(
      (way): Place => ({
        verdict: 'pass',
        evidence: way.evidence,
        about: way.from === null ? about : [way.from],
        mark: way.by,
        witness: way.path,
        message: saidOf(way),
      }),
    );
    if (other !== null && other.verdict !== 'fail')
      return other.verdict === 'unknown' && passes.length > 0 ? passes : [other, ...passes];
    if (passes.length > 0) return passes;
    if (
      !graph.steps.some((step, at) => (graph.live[at] === true || perhapsStarts(view, at)) && canBreak(step))
    )
      return notApplicable('No step that runs in this flow can fail.');
    if (other !== null) return [other];

    const hidden = dead.find((each) => each.ends === 'hidden');
    if (hidden !== undefined)
      return [
        {
          verdict: 'unknown',
          evidence: 'inferred',
          about: [hidden.from],
          witness: [hidden.from, hidden.at],
          message: `A failure at ${named(hidden.from)} goes on to ${named(hidden.at)}; whether anybody learns of it cannot be seen in this file.`,
          question: `When ${named(hidden.from)} fails, does what follows ${named(hidden.at)} tell somebody about it?`,
          adjustment,
        },
      ];
    const open = undecided(view);
    if (open.length > 0)
      return [
        {
          verdict: 'unknown',
          evidence: 'inferred',
          about: open.slice(0, 1),
          witness: open.slice(0, 1),
          message: `What ${listed(open)} looks at was removed from this file, so it cannot be seen whether a failure is reported.`,
          question: `Does ${listed(open.slice(0, 1))} send failures to somebody?`,
          adjustment,
        },
      ];
    const reached = graph.after([start]);
    const risky = [...reached.keys()].filter(
      (at) => at !== start && graph.live[at] === true && canFail(graph.steps[at] as Step),
    );
    const breaks = risky.map((at) => graph.steps[at] as Step);
    const orphan = orphaned(view);
    const what =
      breaks.length === 0 ? 'this flow' : breaks.length === 1 ? listed(breaks) : `one of ${listed(breaks)}`;
    // n8n never starts an error flow for a run that somebody started by hand: the screen is all there is.
    const byHand = graph.starts.every((at) => has(graph.steps[at] as Step, 'starts:manual'));
    return [
      {
        verdict: 'fail',
        evidence: byHand ? 'inferred' : 'proven',
        about,
        witness:
          risky[0] === undefined ? about : pathTo(reached, risky[0]).map((at) => graph.steps[at] as Step),
        message:
          `When ${what} fails, the flow stops or goes on in silence, and nobody hears of it.` +
          (orphan === undefined
            ? lostWay(dead)
            : ` ${named(orphan)} is meant for it, but nothing starts it.`) +
          (byHand
            ? ' Whoever starts it by hand sees that on the screen; others do not. Give the steps that can fail a way for failures that sends a message to one of you.'
            : ' Name an error flow in the settings, or start one here with an error trigger, and let it send a message to one of you.'),
        adjustment,
      },
    ];
  },
});
