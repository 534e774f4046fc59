import type { Step } from '../flow.ts';
import { type Graph, has } from '../graph.ts';
import type { Proactive } from '../messages/proactive.ts';
import { perStep } from '../per-step.ts';

/** Something in the flow that keeps the number or the pace of messages in bounds. */
export interface ContactCap {
  readonly position: number;
  readonly step: Step;
  readonly by: 'limit' | 'pace' | 'query' | 'code' | 'last-contact';
  readonly evidence: 'proven' | 'inferred';
}

const sqlLimit = /\blimit\s+(?:\d+|\$\d|\{\{)|\btop\s{0,5}\(?\s{0,5}\d+|fetch\s+(?:first|next)\s+\d+/i;
/** `items.slice(0, 20)`: a list of people cut short, not a text or a list of topics. */
const cutList =
  /(?:items|all\(\)|leads|contacts|rows|recipients|subscribers|customers|clients|people|filtered|pending|eligible|due|queue|toSend|batch|kontakte|contatos|contactos)\w{0,30}\)?\s{0,20}\.slice\(\s{0,20}0\s{0,20},/i;
const sendCount =
  /\b(?:daily|per_?day|today'?s?_?|max_?|remaining_?|hourly_?)(?:_?(?:send|sends|sent|email|emails|messages|contacts|limit|cap|quota|count|counter|per_?(?:day|run|batch)))+\b|\b(?:send|sending|email|message|contact|rate)_?(?:limit|cap|quota)s?\b/i;
const lastContact =
  /last_?\s?(?:contact|contacted|sent|email|emailed|mail|follow|followed|message|messaged|remind|reminder|outreach|touch|wish|newsletter|campaign)\w*|letzte[rn]?_?\s?(?:kontakt|mail)|último_?\s?contact|ultimo_?\s?contat|dernier_?\s?contact/i;
const span = /dateadd|datetime_diff|is_before|is_after|interval|minus\(|\bdays?\b|diff\(|86_?400|24 \* 60/i;
const countCap =
  /\b(?:follow_?-?up|followup|touch|contact|reminder|email|message|attempt|send|sent)s?[_ ]?(?:count|number|anzahl)\b["'}\])\s]{0,6}(?:<|<=|lt)\s*\d/i;

const texts = (step: Step): readonly string[] => step.texts.map(({ text }) => text.source);

/** A pause in the same round as the message: `to` and `from` lead to each other. */
const paced = (graph: Graph, position: number, round: ReadonlySet<number>): number | null => {
  const onward = graph.after([position], { stopAt: (at) => !round.has(at) });
  for (const at of onward.keys()) {
    const step = graph.steps[at];
    if (
      at !== position &&
      step !== undefined &&
      graph.live[at] === true &&
      has(step, 'waits:time') &&
      round.has(at)
    )
      return at;
  }
  return null;
};

const inCycle = (graph: Graph, position: number, round: ReadonlySet<number>): boolean =>
  graph.leaving(position).some((link) => round.has(link.to));

/** Looks at when somebody was last written to, or how often. */
const looksBack = (step: Step): boolean => {
  if (step.branch !== null)
    return step.branch.conditions.some(({ left, right, operator }) => {
      const both = `${left.source} ${right.source}`;
      if (
        lastContact.test(both) &&
        /before|after|gt|lt|larger|smaller|[<>]|true|false/.test(`${operator} ${both}`)
      )
        return span.test(both) || /before|after/.test(operator);
      return (
        /(?:follow_?up|touch|contact|reminder|email|message|attempt|sent)s?_?count/i.test(left.source) &&
        /^(?:lt|lte|smaller|smallerequal)$/.test(operator)
      );
    });
  return (
    has(step, 'reads:records', 'reads:list', 'runs:code') &&
    texts(step).some((text) => (lastContact.test(text) && span.test(text)) || countCap.test(text))
  );
};

/** Steps that choose whom the message goes to, as far as the file shows. */
const choosers = ({ outgoing }: Proactive): ReadonlySet<number> => new Set(outgoing.recipient.records);

const findCap = (graph: Graph, at: number): ContactCap | null => {
  const step = graph.steps[at];
  if (step === undefined || step.disabled || graph.live[at] !== true) return null;
  const cap = (by: ContactCap['by'], evidence: ContactCap['evidence']): ContactCap => ({
    position: at,
    step,
    by,
    evidence,
  });
  if (has(step, 'limits')) return cap('limit', 'proven');
  if (looksBack(step)) return cap('last-contact', 'inferred');
  const counts = (text: string): boolean =>
    cutList.test(text) || (sendCount.test(text) && /[<>]=?/.test(text));
  if (has(step, 'runs:code') && texts(step).some(counts)) return cap('code', 'inferred');
  const branches = step.branch?.conditions ?? [];
  return branches.some(({ left, right }) => sendCount.test(`${left.source} ${right.source}`))
    ? cap('code', 'inferred')
    : null;
};

/** Asked of the same steps for every message behind them. */
const ownCap = perStep(findCap);

/** What the step at `at` caps. `reads`: the steps that choose whom the message goes to. */
const capAt = (graph: Graph, at: number, reads: ReadonlySet<number>): ContactCap | null => {
  const step = graph.steps[at];
  if (step !== undefined && reads.has(at) && graph.live[at] === true) {
    const capped =
      step.atMost !== null || (!has(step, 'calls:http') && texts(step).some((text) => sqlLimit.test(text)));
    if (capped) return { position: at, step, by: 'query', evidence: 'proven' };
  }
  return ownCap(graph, at);
};

const table = (step: Step): string =>
  step.texts
    .flatMap(({ path, text }) => (/table|sheetName|documentId|base/i.test(path) ? [text.source] : []))
    .join();

/** The same people are read by another step as well, which keeps to no bound: what the one leaves out, the other finds. */
const readElsewhere = (
  graph: Graph,
  cap: ContactCap,
  before: ReadonlySet<number>,
  reads: ReadonlySet<number>,
): boolean => {
  if (!has(cap.step, 'reads:records', 'reads:list')) return false;
  const from = table(cap.step);
  for (const at of before) {
    const step = graph.steps[at];
    if (step === undefined || at === cap.position || step.type !== cap.step.type || table(step) !== from)
      continue;
    if (
      has(step, 'reads:records', 'reads:list') &&
      graph.live[at] === true &&
      capAt(graph, at, reads) === null
    )
      return true;
  }
  return false;
};

/** What keeps this message within bounds, or `null`. */
export const contactCapOf = (graph: Graph, proactive: Proactive): ContactCap | null => {
  const { position, audience } = proactive.outgoing.delivery;
  const { before } = proactive;
  if (inCycle(graph, position, before)) {
    const pause = paced(graph, position, before);
    if (pause !== null)
      return { position: pause, step: graph.steps[pause] as Step, by: 'pace', evidence: 'proven' };
  }
  // One address for everyone: what is capped before it are topics, not people.
  if (audience.fixed || audience.list) return null;
  const reads = choosers(proactive);
  // A cap before the people are read caps something else.
  const chosen = reads.size === 0 ? null : graph.after(reads, { stopAt: (at) => !before.has(at) });
  for (const at of before) {
    if (at === position || (chosen !== null && !chosen.has(at))) continue;
    const cap = capAt(graph, at, reads);
    if (cap !== null && !readElsewhere(graph, cap, before, reads)) return cap;
  }
  return null;
};
