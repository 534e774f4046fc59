import { z } from 'zod';
import type { Step } from '../../flow/flow.ts';
import { has } from '../../flow/graph.ts';
import { type Outgoing, outgoingByAudience, wayTo } from '../../flow/messages/outgoing.ts';
import type { HiddenSelection, Selection } from '../../flow/reach/recipient-source.ts';
import { selectionsFor } from '../../flow/reach/selection.ts';
import type { FlowView } from '../../flow/view.ts';
import { defineCheck, listed, named, notApplicable, type Place } from '../define.ts';

const stepsOf = (group: readonly Outgoing[]): readonly Step[] => group.map(({ delivery }) => delivery.step);

const place = (view: FlowView, group: readonly Outgoing[]): Pick<Place, 'about' | 'witness'> => ({
  about: stepsOf(group),
  witness: wayTo(view, group[0]?.delivery.position ?? 0),
});

const passes = (view: FlowView, group: readonly Outgoing[], chosen: Selection): Place => ({
  ...place(view, group),
  verdict: 'pass',
  evidence: 'inferred',
  message: `Who gets ${listed(stepsOf(group))} depends on what they are like: ${named(chosen.step)} looks at \`${chosen.comparison.field}\`.`,
  serves: true,
});

const asks = (view: FlowView, group: readonly Outgoing[], message: string, question: string): Place => ({
  ...place(view, group),
  verdict: 'unknown',
  evidence: 'inferred',
  message,
  question,
});

const hiddenIn = (view: FlowView, group: readonly Outgoing[], hidden: HiddenSelection): Place => {
  const step = named(hidden.step);
  switch (hidden.why) {
    case 'list':
      return asks(
        view,
        group,
        `The list behind ${step} is kept elsewhere.`,
        `Does the list behind ${step} hold only people whom ${listed(stepsOf(group))} suits, or everybody?`,
      );
    case 'flow':
      return asks(
        view,
        group,
        `Whom ${step} gives back is decided outside this file.`,
        `Does ${step} pick people by what they are like or have done, or does it give everybody?`,
      );
    case 'stripped':
      return asks(
        view,
        group,
        `The file does not say what ${step} looks at.`,
        `Does ${step} choose people by what they are like or have done?`,
      );
  }
};

/** Nobody is picked: a trial address, or a list that the flow itself reads from end to end. */
const readsAll = (view: FlowView, group: readonly Outgoing[]): boolean =>
  group.every(
    ({ recipient, delivery }) =>
      delivery.audience.fixed ||
      [...recipient.records, ...recipient.starts].some((at) => {
        const step = view.graph.steps[at];
        return step !== undefined && has(step, 'reads:records', 'reads:list', 'starts:record', 'starts:call');
      }),
  );

const judge = (view: FlowView, group: readonly Outgoing[]): Place | null => {
  const [first] = group;
  if (first === undefined) return null;
  const { found, hidden } = selectionsFor(view, group);
  const chosen = found.find(({ tested }) => tested === 'attribute');
  // Reminders and receipts go to those they concern; picking some of them by tag or tier is more than is asked.
  const blast = first.purpose === 'marketing' || (first.purpose === 'unclear' && startedForMany(view, group));
  if (!blast) {
    const tier = found.find(
      ({ tested, comparison }) => tested === 'attribute' && byTier.test(comparison.field),
    );
    return tier === undefined ? null : passes(view, group, tier);
  }
  if (chosen !== undefined) return passes(view, group, chosen);
  if (group.some(({ delivery }) => !delivery.known)) {
    return asks(
      view,
      group,
      `The file does not say who gets ${listed(stepsOf(group))}.`,
      `Does everybody get ${listed(stepsOf(group))}, or are people chosen by what they are like?`,
    );
  }
  const hide = hidden[0];
  if (hide !== undefined) return hiddenIn(view, group, hide);
  if (first.delivery.message.to.kind === 'list') {
    return asks(
      view,
      group,
      `Who gets ${listed(stepsOf(group))} is set in the mailing service.`,
      `Who gets ${listed(stepsOf(group))}: a segment of your list, or the whole list?`,
    );
  }
  const unsaid = found.find(({ tested }) => tested === 'other');
  if (unsaid !== undefined) {
    return asks(
      view,
      group,
      `${named(unsaid.step)} lets only some through; the wording does not say what it looks at.`,
      `Does ${named(unsaid.step)} choose people by what they are like or have done?`,
    );
  }
  if (first.delivery.audience.who === 'unknown' && view.kind.is !== 'email-campaign') return null;
  if (first.purpose === 'unclear' || !group.every(({ sure }) => sure)) {
    return asks(
      view,
      group,
      `The file does not say for whom ${listed(stepsOf(group))} is meant.`,
      `Should everybody get ${listed(stepsOf(group))}, or some only?`,
    );
  }
  if (!readsAll(view, group)) {
    return asks(
      view,
      group,
      `The file does not show where the people come from who get ${listed(stepsOf(group))}.`,
      `Are the people who get ${listed(stepsOf(group))} chosen by what they are like or have done?`,
    );
  }
  return {
    ...place(view, group),
    verdict: 'fail',
    evidence: 'inferred',
    message: `Everybody gets the same: nothing about a customer decides whether they get ${listed(stepsOf(group))}. Choose by what people like, bought or asked for, so that a message only goes where it is welcome.`,
    adjustment: 'Segment the audience',
  };
};

/** A clock or a colleague starts it for people in a list; nothing that one of them did. */
const startedForMany = (view: FlowView, group: readonly Outgoing[]): boolean =>
  view.kind.is === 'email-campaign' && group.some(({ recipient }) => recipient.records.size > 0);

const byTier = /segment|\btags?\b|_tags?\b|tags\b|tier|\bvip\b|loyal/i;

export const check = defineCheck({
  meta: {
    id: 'require-segmented-audience',
    title: 'A message only goes where it is welcome',
    summary: 'Who gets a campaign is chosen by something about them: a tag, an interest, what they bought.',
    values: ['customer-intimacy', 'community-focus'],
    appliesTo: 'campaigns and broadcasts; not answers to one person’s own request',
    options: z.strictObject({}),
    version: 1,
    since: '0.1.0',
  },
  evaluate: (view) => {
    const groups = outgoingByAudience(
      view,
      (each) => each.purpose !== 'conversation' && each.purpose !== 'answer',
    );
    const places = groups.flatMap((group) => judge(view, group) ?? []);
    return places.length > 0
      ? places
      : notApplicable('It writes to nobody of its own accord but those it concerns.');
  },
});
