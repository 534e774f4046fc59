import { z } from 'zod';
import type { Delivery } from '../../flow/messages/delivery.ts';
import { type Local, localIn } from '../../flow/messages/local-content.ts';
import { localField } from '../../flow/messages/local-words.ts';
import { outgoingByAudience, wayTo } from '../../flow/messages/outgoing.ts';
import { selectionsFor } from '../../flow/reach/selection.ts';
import type { FlowView } from '../../flow/view.ts';
import { defineCheck, listed, named, notApplicable, type Place } from '../define.ts';

type Group = readonly Delivery[];

const stepsOf = (group: Group): string => listed(group.map(({ step }) => step));

const place = (view: FlowView, group: Group): Pick<Place, 'about' | 'witness' | 'evidence'> => ({
  about: group.map(({ step }) => step),
  witness: wayTo(view, group[0]?.position ?? 0),
  evidence: 'inferred',
});

const passes = (view: FlowView, group: Group, message: string): Place => ({
  ...place(view, group),
  verdict: 'pass',
  message,
  serves: true,
});

const judge = (view: FlowView, group: Group, chosenByPlace: string | null): Place => {
  const found = group.map((delivery) => localIn(view, delivery));
  const source = found.find((each): each is Extract<Local, { is: 'source' }> => each.is === 'source');
  if (source !== undefined)
    return passes(
      view,
      group,
      `What goes out by ${stepsOf(group)} draws on what goes on around you: ${named(source.step)} feeds it.`,
    );
  if (found.some(({ is }) => is === 'words'))
    return passes(
      view,
      group,
      `What goes out by ${stepsOf(group)} speaks of the place you are in and the people in it.`,
    );
  if (chosenByPlace !== null)
    return passes(
      view,
      group,
      `Who gets ${stepsOf(group)} is chosen by where they are: by \`${chosenByPlace}\`.`,
    );
  const question = `Does what goes out by ${stepsOf(group)} speak of your place: events, neighbours, the season where you are?`;
  if (found.every(({ is }) => is === 'none')) {
    return {
      ...place(view, group),
      verdict: 'fail',
      message: `What goes out by ${stepsOf(group)} could come from anywhere: nothing in it speaks of your place or the people around you. Let a list of local events feed it, or name what happens nearby.`,
      adjustment: 'Highlight local events',
    };
  }
  return {
    ...place(view, group),
    verdict: 'unknown',
    message: found.some(({ is }) => is === 'told')
      ? `A model is asked to speak of local things in ${stepsOf(group)}, but no step of the flow gives it any.`
      : `What goes out by ${stepsOf(group)} is not all in this file, or a model writes it.`,
    question,
  };
};

export const check = defineCheck({
  meta: {
    id: 'prefer-local-content',
    title: 'We speak of what happens around us',
    summary:
      'What the business sends or posts of its own accord draws on local things: events, neighbours, the season.',
    values: ['community-focus'],
    appliesTo: 'campaigns and public posts; not answers, reminders or receipts',
    options: z.strictObject({}),
    version: 1,
    since: '0.1.0',
  },
  evaluate: (view) => {
    const campaigns = outgoingByAudience(view, ({ purpose, sure }) => purpose === 'marketing' && sure);
    const places = campaigns.map((group) => {
      const { found } = selectionsFor(view, group);
      const near = found.find(
        ({ tested, comparison }) => tested === 'attribute' && localField.test(comparison.field),
      );
      return judge(
        view,
        group.map(({ delivery }) => delivery),
        near?.comparison.field ?? null,
      );
    });
    // One question for all posts: the same content usually goes to several platforms.
    const posts = view.deliveries.filter(({ audience }) => audience.who === 'public');
    if (posts.length > 0) places.push(judge(view, posts, null));
    return places.length > 0 ? places : notApplicable('It sends no campaign and posts nothing in public.');
  },
});
