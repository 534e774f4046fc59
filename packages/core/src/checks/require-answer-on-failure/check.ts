import { z } from 'zod';
import { type Cover, coversOf } from '../../flow/failures/failure-cover.ts';
import { failureWaysOf } from '../../flow/failures/failure-way.ts';
import type { Step } from '../../flow/flow.ts';
import { has } from '../../flow/graph.ts';
import { type Talk, talksOf } from '../../flow/people/partner.ts';
import type { FlowView } from '../../flow/view.ts';
import { defineCheck, listed, named, notApplicable, type Place } from '../define.ts';

const adjustment = 'Answer or hand over when a step fails';
const remedy =
  'Give failures a way of their own that sends a short answer or brings the message to one of you.';

/** What catches a run that stops: a failure start in this file, or another flow that is named for it. */
type Net =
  | { readonly is: 'none' }
  | { readonly is: 'told'; readonly by: string; readonly path: readonly Step[] }
  | { readonly is: 'elsewhere'; readonly id: string };

const netOf = (view: FlowView): Net => {
  // A run that a failure started cannot answer in place of the one that failed.
  const own = failureWaysOf(view).ways.find(
    (way) => way.by === 'error-start' && way.to?.message?.channel !== 'reply',
  );
  if (own !== undefined) return { is: 'told', by: own.to === null ? '' : named(own.to), path: own.path };
  const id = view.flow.errorFlow?.id ?? '';
  if (view.flow.errorFlow === null || id === view.flow.id) return { is: 'none' };
  const other = view.neighbour(id);
  if (other === undefined) return { is: 'elsewhere', id };
  const way = failureWaysOf(other).ways.find((each) => each.by === 'error-start');
  const starts = other.graph.steps.some((step) => !step.disabled && has(step, 'starts:error'));
  return way === undefined || !starts
    ? { is: 'none' }
    : { is: 'told', by: `"${other.flow.name}"`, path: way.path };
};

const stopping = (talk: Talk, stops: readonly Cover[], net: Net): Place => {
  const start = talk.intake.step;
  const steps = `${stops.length > 1 ? 'one of ' : ''}${listed(stops.map((cover) => cover.step))}`;
  const base = { about: [start], mark: 'stops', witness: stops[0]?.path ?? [start] } as const;
  if (net.is === 'told') {
    return {
      ...base,
      verdict: 'pass',
      witness: net.path,
      message: `When ${steps} fails, the run stops, and ${net.by} tells one of you.`,
    };
  }
  if (net.is === 'elsewhere') {
    return {
      ...base,
      verdict: 'unknown',
      message: `When ${steps} fails, the run stops and another flow (${net.id}) starts that is not at hand.`,
      question: `Does the flow ${net.id} tell one of you who is waiting for an answer?`,
      adjustment,
    };
  }
  return {
    ...base,
    verdict: 'fail',
    evidence: talk.partner.certain ? 'proven' : 'inferred',
    message: `When ${steps} fails or does not answer, the run stops, and whoever wrote to ${named(start)} hears nothing. ${remedy}`,
    adjustment,
  };
};

const placeFor = (talk: Talk, cover: Cover): Place => {
  const { step, evidence } = cover;
  const base = { about: [step], witness: cover.path, evidence } as const;
  const end = cover.path.at(-1) ?? step;
  switch (cover.is) {
    case 'answered':
      return {
        ...base,
        verdict: 'pass',
        message: `When ${named(step)} fails, ${named(end)} still reaches somebody.`,
      };
    case 'second-model':
      return {
        ...base,
        verdict: 'pass',
        message: `When the model of ${named(step)} fails, a second one takes over.`,
      };
    case 'hidden':
      return {
        ...base,
        verdict: 'unknown',
        message: `When ${named(step)} fails, the way leads to ${named(end)}, and what happens there is not in this file.`,
        question: `Does ${named(end)} see to it that somebody answers?`,
        adjustment,
      };
    case 'goes-on':
      return {
        ...base,
        verdict: 'unknown',
        message: `When ${named(step)} fails, the flow goes on as if it had worked; nothing on the way looks at it.`,
        question: `What does the customer get when ${named(step)} fails?`,
        adjustment,
      };
    default:
      return {
        ...base,
        verdict: 'fail',
        evidence: talk.partner.certain ? evidence : 'inferred',
        message: `${named(step)} has a way for failures, but it ends ${
          end === step ? 'there' : `at ${named(end)}`
        }, and whoever wrote to ${named(talk.intake.step)} hears nothing. ${remedy}`,
        adjustment,
      };
  }
};

/** Where the file does not say whom the flow writes to, it may be a bot of one's own: nothing is proved, so ask. */
const asked = (view: FlowView, talk: Talk, place: Place): Place =>
  place.verdict !== 'fail' || view.customerFacing.is !== 'unknown'
    ? place
    : {
        ...place,
        verdict: 'unknown',
        evidence: 'inferred',
        message: `The file does not say whom the answers to ${named(talk.intake.step)} go to, and nothing answers when a step on the way fails.`,
        question: `Do customers write to ${named(talk.intake.step)}, and what do they get when a step on the way fails?`,
      };

export const check = defineCheck({
  meta: {
    id: 'require-answer-on-failure',
    title: 'Nobody is left in silence when a machine fails',
    summary:
      'In a conversation, a model or another system that fails leads to an answer or to one of you, not to silence.',
    values: ['customer-intimacy', 'quality-craftsmanship', 'agility'],
    appliesTo: 'flows that answer what customers write, with the help of a model or another system',
    options: z.strictObject({}),
    version: 1,
    since: '0.1.0',
  },
  evaluate: (view) => {
    const places: Place[] = [];
    let net: Net | null = null;
    for (const talk of talksOf(view)) {
      if (talk.partner.is !== 'customer') continue;
      const covers = coversOf(view, talk);
      const stops = covers.filter((cover) => cover.is === 'stops');
      if (stops.length > 0) {
        net ??= netOf(view);
        places.push(asked(view, talk, stopping(talk, stops, net)));
      }
      for (const cover of covers)
        if (cover.is !== 'stops') places.push(asked(view, talk, placeFor(talk, cover)));
    }
    return places.length > 0
      ? places
      : notApplicable('Nothing here answers a customer with the help of another machine.');
  },
});
