import { z } from 'zod';
import { filledByService } from '../../flow/data/own-data.ts';
import type { Step } from '../../flow/flow.ts';
import { has } from '../../flow/graph.ts';
import { leadsTo } from '../../flow/messages/opt-out-link.ts';
import { offeredBy } from '../../flow/messages/opt-out-offer.ts';
import { type Outgoing, outgoingByAudience, wayTo } from '../../flow/messages/outgoing.ts';
import { valueCheckBefore } from '../../flow/people/value-check.ts';
import { askedWith, selectionsFor } from '../../flow/reach/selection.ts';
import { stopsElsewhere } from '../../flow/reach/stop-elsewhere.ts';
import { marksOptOut, takesOffList } from '../../flow/reach/suppression.ts';
import type { FlowView } from '../../flow/view.ts';
import { defineCheck, listed, named, notApplicable, type Place } from '../define.ts';

type Group = readonly Outgoing[];

const steps = (group: Group): string => listed(group.map(({ delivery }) => delivery.step));

const place = (view: FlowView, group: Group): Pick<Place, 'about' | 'witness'> => ({
  about: group.map(({ delivery }) => delivery.step),
  witness: wayTo(view, group[0]?.delivery.position ?? 0),
});

const passes = (view: FlowView, group: Group, message: string): Place => ({
  ...place(view, group),
  verdict: 'pass',
  evidence: 'inferred',
  message,
});

const asks = (view: FlowView, group: Group, message: string, question: string): Place => ({
  ...place(view, group),
  verdict: 'unknown',
  evidence: 'inferred',
  message,
  question,
});

const fails = (view: FlowView, group: Group, message: string, evidence: 'proven' | 'inferred'): Place => ({
  ...place(view, group),
  verdict: 'fail',
  evidence,
  message,
  adjustment: 'Leave out whoever opted out',
});

/** Steps of the flow from which these people are read. */
const readers = (view: FlowView, group: Group): readonly Step[] =>
  [...new Set(group.flatMap(({ recipient }) => [...recipient.records]))].flatMap((at) => {
    const step = view.graph.steps[at];
    return step !== undefined && has(step, 'reads:records', 'reads:list') ? [step] : [];
  });

/** Who answers STOP to a text message is left out by the network that carries it. */
const carrierStops = (view: FlowView, group: Group): boolean =>
  group.every(
    (outgoing) =>
      outgoing.delivery.message.channel === 'sms' &&
      offeredBy(view, outgoing).offers.some(({ by }) => by === 'reply'),
  );

/** A list that gets to the sending without anybody having been left out on the way. */
const wayAround = (view: FlowView, group: Group, tests: ReadonlySet<number>): Step | null => {
  const { graph } = view;
  const stopAt = (at: number): boolean => tests.has(at);
  const untested = graph.after(graph.starts, { stopAt });
  for (const { recipient, delivery } of group) {
    for (const at of recipient.records) {
      const step = graph.steps[at];
      if (step === undefined || tests.has(at) || !untested.has(at)) continue;
      if (!has(step, 'reads:records', 'reads:list') || askedWith(view, at).length > 0) continue;
      if (graph.after([at], { stopAt }).has(delivery.position)) return step;
    }
  }
  return null;
};

/** What the flow itself does with those who opt out; the same for all its campaigns. */
interface Kept {
  readonly marked: Step | null;
  readonly taken: Step | null;
  /** Ways around a test are looked for one campaign at a time; in a flow of very many, not at all. */
  readonly few: boolean;
}

const judge = (view: FlowView, group: Group, { marked, taken, few }: Kept): Place => {
  const { found, hidden } = selectionsFor(view, group);
  const left = found.find(({ tested }) => tested === 'suppression');
  const around =
    left === undefined || !few
      ? null
      : wayAround(
          view,
          group,
          new Set(found.flatMap(({ tested, position }) => (tested === 'suppression' ? [position] : []))),
        );
  if (left !== undefined && around !== null) {
    return fails(
      view,
      group,
      `${named(left.step)} leaves out who opted out, but there is a way around it: people from ${named(around)} reach ${steps(group)} untested. Put the test on every way.`,
      'inferred',
    );
  }
  if (left !== undefined)
    return passes(
      view,
      group,
      `Who opted out is left out before ${steps(group)}: ${named(left.step)} looks at \`${left.comparison.field}\`.`,
    );
  const service = group.find(({ delivery }) => has(delivery.step, 'sends:campaign'));
  if (service !== undefined)
    return passes(
      view,
      group,
      `${named(service.delivery.step)} sends by a mailing service, which leaves out whoever unsubscribed there.`,
    );
  if (carrierStops(view, group))
    return passes(view, group, `Who answers STOP to ${steps(group)} is left out by the telephone network.`);
  if (taken !== null)
    return passes(
      view,
      group,
      `${named(taken)} takes whoever opts out off the list that ${steps(group)} is sent from.`,
    );
  const checked = group.map(({ delivery }) => valueCheckBefore(view.graph, delivery.position));
  const first = checked[0];
  if (first !== null && first !== undefined && !checked.includes(null))
    return {
      ...asks(
        view,
        group,
        `${named(first)} asks Plumbline before ${steps(group)}; who opted out is left out there, if your values profile says so.`,
        `Does your values profile say that whoever opted out gets nothing, so that ${named(first)} stops it?`,
      ),
      evidence: 'proven',
    };
  const from = readers(view, group);
  const kept = from.length > 0 ? listed(from) : 'the list';
  if (marked !== null) {
    return fails(
      view,
      group,
      `${named(marked)} writes down who wants no more messages, but nothing before ${steps(group)} looks at it: they go on getting them. Filter on that mark after ${kept}.`,
      'proven',
    );
  }
  const hide = hidden[0];
  if (hide !== undefined)
    return asks(
      view,
      group,
      `Whom ${named(hide.step)} gives back is decided outside this file.`,
      `Does ${named(hide.step)} leave out everybody who opted out?`,
    );
  const offered = group.flatMap((outgoing) =>
    offeredBy(view, outgoing).offers.map((offer) => ({ outgoing, offer })),
  );
  const away = offered.some(
    ({ outgoing, offer }) =>
      offer.by !== 'words' && (offer.by !== 'link' || leadsTo(view, outgoing, offer).to === 'works'),
  );
  const asked = offered.find(({ offer }) => offer.by === 'reply')?.outgoing.delivery.step;
  const elsewhere = asked === undefined ? null : stopsElsewhere(view, asked);
  if (elsewhere !== null)
    return asks(
      view,
      group,
      `Whoever answers STOP to ${steps(group)} is dealt with in the flow "${elsewhere.flow}"; nothing before ${steps(group)} looks at what it writes down.`,
      `Does ${named(elsewhere.step)} in the flow "${elsewhere.flow}" take people off ${kept}?`,
    );
  if (away || group.some(({ delivery }) => filledByService(delivery.step)))
    return asks(
      view,
      group,
      `Whoever opts out of ${steps(group)} does so outside this file.`,
      `When somebody opts out, who takes them off ${kept}, and how soon?`,
    );
  if (group.some(({ delivery }) => delivery.audience.fixed))
    return asks(
      view,
      group,
      `What goes out by ${steps(group)} goes to one address that stands for a list.`,
      `Who takes people off the list behind that address of ${steps(group)}?`,
    );
  if (from.length === 0)
    return asks(
      view,
      group,
      `The file does not show where the people come from who get ${steps(group)}.`,
      `Are people who opted out left out before ${steps(group)}?`,
    );
  return fails(
    view,
    group,
    `Nobody is left out before ${steps(group)}: who asked for no more messages is still in ${kept} and gets them again. Keep a mark for that and filter on it.`,
    'inferred',
  );
};

export const check = defineCheck({
  meta: {
    id: 'require-suppression',
    title: 'Who said no is left in peace',
    summary:
      'Before a campaign goes out, whoever opted out is really left out: by a filter, a lookup that is acted on, or the mailing service.',
    values: ['customer-intimacy', 'community-focus'],
    appliesTo: 'marketing, outreach, newsletters and broadcasts to people in a list',
    options: z.strictObject({}),
    version: 3,
    since: '0.1.0',
  },
  evaluate: (view) => {
    const groups = outgoingByAudience(
      view,
      ({ purpose, sure, recipient, delivery }) =>
        purpose === 'marketing' &&
        sure &&
        (recipient.starts.size === 0 || recipient.records.size > 0 || delivery.message.to.kind === 'list'),
    );
    if (groups.length === 0) return notApplicable('It sends no campaign to people in a list.');
    const kept: Kept = { marked: marksOptOut(view), taken: takesOffList(view), few: groups.length <= 50 };
    return groups.map((group) => judge(view, group, kept));
  },
});
