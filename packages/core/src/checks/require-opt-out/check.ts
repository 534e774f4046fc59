import { z } from 'zod';
import { has } from '../../flow/graph.ts';
import { type Keyword, keywordsIn, type Leads, leadsTo } from '../../flow/messages/opt-out-link.ts';
import { type Offer, offeredBy } from '../../flow/messages/opt-out-offer.ts';
import { type Outgoing, outgoingByAudience, wayTo } from '../../flow/messages/outgoing.ts';
import { textIsElsewhere } from '../../flow/messages/own-text.ts';
import { stopsElsewhere } from '../../flow/reach/stop-elsewhere.ts';
import type { FlowView } from '../../flow/view.ts';
import { unreachable } from '../../flow/words/words.ts';
import { defineCheck, listed, named, notApplicable, type Place } from '../define.ts';

type Group = readonly Outgoing[];

const steps = (group: Group): string => listed(group.map(({ delivery }) => delivery.step));

const place = (view: FlowView, group: Group): Pick<Place, 'about' | 'witness'> => ({
  about: group.map(({ delivery }) => delivery.step),
  witness: wayTo(view, group[0]?.delivery.position ?? 0),
});

interface Found {
  readonly outgoing: Outgoing;
  readonly offer: Offer;
  readonly leads: Leads;
}

/** An answer goes nowhere if the sender is one that nobody reads. */
const cannotBeAnswered = ({ delivery }: Outgoing): boolean =>
  delivery.message.channel === 'email' &&
  delivery.message.from.length > 0 &&
  delivery.message.from.every((text) => unreachable.test(text.source));

const follow = (view: FlowView, outgoing: Outgoing, offer: Offer): Leads => {
  if (offer.by === 'link') return leadsTo(view, outgoing, offer);
  if (offer.by === 'token') return { to: 'works' };
  if (cannotBeAnswered(outgoing)) return { to: 'nowhere' };
  const acted = offer.by === 'reply' || stopsElsewhere(view, outgoing.delivery.step) !== null;
  return { to: acted ? 'works' : 'nowhere' };
};

const how: Readonly<Record<Offer['by'], string>> = {
  link: 'by a link',
  token: 'by the link of your mailing service',
  reply: 'by answering',
  words: 'in words',
};

/** Where another flow at hand acts on the answer that is offered, it is named. */
const actedOn = (view: FlowView, { outgoing, offer }: Found): string => {
  if (offer.by !== 'reply' && offer.by !== 'words') return '';
  const elsewhere = stopsElsewhere(view, outgoing.delivery.step);
  return elsewhere === null ? '' : ` The flow "${elsewhere.flow}" acts on it at ${named(elsewhere.step)}.`;
};

const passes = (view: FlowView, group: Group, found: Found): Place => {
  const { outgoing, offer } = found;
  return {
    ...place(view, group),
    verdict: 'pass',
    evidence: offer.by === 'link' && offer.spoken.part === 'own' ? 'proven' : 'inferred',
    message: `Whoever gets ${steps(group)} can get off the list: ${named(outgoing.delivery.step)} offers it ${how[offer.by]}.${actedOn(view, found)}`,
  };
};

const fails = (
  view: FlowView,
  group: Group,
  message: string,
  evidence: Place['evidence'],
  mark?: string,
): Place => ({
  ...place(view, group),
  verdict: 'fail',
  evidence: evidence ?? 'inferred',
  message,
  adjustment: 'Offer a way out of the list',
  ...(mark === undefined ? {} : { mark }),
});

const dead = (view: FlowView, group: Group, { outgoing, offer, leads }: Found): Place => {
  const step = named(outgoing.delivery.step);
  switch (leads.to) {
    case 'first':
      return fails(
        view,
        group,
        `Everyone who gets ${step} is given the link of the first person in the list: who clicks it takes somebody else off. Use the link of each recipient.`,
        'proven',
        'dead',
      );
    case 'wrong': {
      const hits = leads.hits === null ? 'to no step of this flow' : `to ${named(leads.hits)}`;
      return fails(
        view,
        group,
        `The way out that ${step} offers does not work: its link leads ${hits}, while ${named(leads.meant)} is the one that takes people off. Put the address of ${named(leads.meant)} into the link.`,
        'proven',
        'dead',
      );
    }
    default:
      if (offer.by === 'link')
        return fails(
          view,
          group,
          `The way out that ${step} offers is a link that leads nowhere. Put in an address that takes people off the list.`,
          'proven',
          'dead',
        );
      if (offer.by === 'reply')
        return fails(
          view,
          group,
          `${step} asks people to answer if they want no more of it, but its sender is an address that nobody reads. Send it from one that you read.`,
          'inferred',
          'dead',
        );
      return fails(
        view,
        group,
        `${step} speaks of a way out, but there is no link behind the words and no answer is asked for. Make it a link, or say that an answer is enough.`,
        'inferred',
        'dead',
      );
  }
};

const none = (view: FlowView, group: Group, told: boolean): Place => {
  const ask = (message: string, question: string): Place => ({
    ...place(view, group),
    verdict: 'unknown',
    evidence: 'inferred',
    message,
    question,
  });
  const [first] = group;
  if (first?.purpose === 'unclear' || !group.every(({ sure }) => sure)) {
    return ask(
      `The file does not say whether what goes out by ${steps(group)} is advertising; it offers no way off the list.`,
      `Is what goes out by ${steps(group)} advertising, or does it belong to something that people already have with you?`,
    );
  }
  // A text that was never filled in beside others that were is a fault of another kind.
  const written = group.filter(
    ({ delivery }) => !(delivery.known && delivery.message.bodyState === 'missing'),
  );
  const elsewhere = (written.length > 0 ? written : group).find(
    (each) => has(each.delivery.step, 'sends:campaign') || textIsElsewhere(view, each),
  );
  if (elsewhere !== undefined) {
    return ask(
      `The text of ${named(elsewhere.delivery.step)} is not in this file.`,
      `Does the text that ${named(elsewhere.delivery.step)} sends offer a working way off the list?`,
    );
  }
  if (told) {
    return ask(
      `A model is told to offer a way out in ${steps(group)}, but is given no link for it.`,
      `Does what ${steps(group)} sends really hold a working link or ask for an answer?`,
    );
  }
  return fails(
    view,
    group,
    `People who get ${steps(group)} have no way to get off the list. Add a link that takes them off, or say that answering STOP is enough.`,
    first?.delivery.audience.evidence,
  );
};

const startedForMany = (view: FlowView, group: Group): boolean =>
  view.kind.is === 'email-campaign' && group.some(({ recipient }) => recipient.records.size > 0);

const judge = (view: FlowView, group: Group): Place | null => {
  const offered = group.map((outgoing) => ({ outgoing, ...offeredBy(view, outgoing) }));
  const found = offered.flatMap(({ outgoing, offers }) =>
    offers.map((offer): Found => ({ outgoing, offer, leads: follow(view, outgoing, offer) })),
  );
  const good = found.find(({ leads }) => leads.to === 'works');
  if (good !== undefined) return passes(view, group, good);
  const purpose = group[0]?.purpose;
  if (purpose !== 'marketing' && !(purpose === 'unclear' && startedForMany(view, group))) return null;
  // Bare words in code or a field may stand for something else than an offer.
  const broken = found.find(({ offer }) => offer.by !== 'words') ?? found[0];
  return broken === undefined
    ? none(
        view,
        group,
        offered.some(({ told }) => told),
      )
    : dead(view, group, broken);
};

const ofKeyword = (view: FlowView, { step, position, enforced }: Keyword): Place => ({
  about: [step],
  mark: 'keyword',
  witness: wayTo(view, position),
  verdict: enforced ? 'pass' : 'fail',
  evidence: 'proven',
  message: enforced
    ? `Whoever answers with the word that ${named(step)} waits for is taken off.`
    : `${named(step)} notices that somebody wants no more messages, but nothing is written down: they go on getting them. Mark them as unsubscribed there, and leave them out before sending.`,
  ...(enforced ? {} : { adjustment: 'Take people off the list who ask for it' }),
});

export const check = defineCheck({
  meta: {
    id: 'require-opt-out',
    title: 'Nobody has to hear from us who does not want to',
    summary:
      'Every campaign offers a way off the list, and it works: a link that leads somewhere, or an answer that is acted on.',
    values: ['customer-intimacy', 'community-focus'],
    appliesTo: 'marketing, outreach, newsletters and broadcasts, and any flow that handles the word STOP',
    options: z.strictObject({}),
    version: 2,
    since: '0.1.0',
  },
  evaluate: (view) => {
    const places = outgoingByAudience(view, () => true).flatMap((group) => judge(view, group) ?? []);
    const keywords = keywordsIn(view).map((each) => ofKeyword(view, each));
    // Where one message of the flow offers a way out, another without one is no fault; a way that leads nowhere is.
    const offered = places.some(({ verdict }) => verdict === 'pass');
    const all = [
      ...places.filter(({ verdict, mark }) => !offered || verdict === 'pass' || mark === 'dead'),
      ...keywords,
    ];
    return all.length > 0 ? all : notApplicable('It sends no marketing, and nobody asks it to stop.');
  },
});
