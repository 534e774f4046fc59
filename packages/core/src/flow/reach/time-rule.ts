import type { Step } from '../flow.ts';
import { type Graph, has } from '../graph.ts';
import type { Proactive } from '../messages/proactive.ts';
import { perStep } from '../per-step.ts';

/** Something in the flow that keeps a message to certain hours or days. */
export interface TimeRule {
  readonly position: number;
  readonly step: Step;
  readonly by: 'schedule' | 'branch' | 'wait' | 'code' | 'query';
  readonly evidence: 'proven' | 'inferred';
}

const now = /\$now|\$today|new Date\(\)|DateTime\.(?:now|local)|Date\.now/;
const part =
  /isWeekend|weekday|\.hour\b|getHours|getDay\b|getUTC(?:Hours|Day)|toFormat\(\s*['"](?:H{1,2}|h{1,2}|E{1,4}|c{1,4}|HH:mm|HHmm)['"]|format\(\s*['"](?:H{1,2}|HH:mm|E{1,4}|d{3,4})['"]|\{\s*weekday:/;
const partName =
  /(?:^|[._])(?:is_?)?(?:weekend|weekday|day_?of_?week|business_?(?:hours?|day)|working_?(?:hours?|day)|office_?hours|quiet_?hours|(?:current_?)?hour|in_?window|within_?(?:hours|window))$/i;
/** `hour < 9`, `day === 0`, `[0, 6].includes(day)` in code, where hour or day was read from the clock. */
const comparedInCode =
  /(?:\b(?:hours?|currentHour|hora|stunde|heure|h|day|dow|weekday|dayOfWeek|currentDay|dia|wochentag)|getHours\(\)|getDay\(\)|\.hour|\.weekday)\s*(?:[<>]=?|[!=]==?)\s*\d|\[\s*0\s*,\s*6\s*\]\.includes|\[\s*6\s*,\s*[07]\s*\]\.includes|isWeekend/;
const readsClock =
  /getHours|getDay\(|getUTC(?:Hours|Day)|\.weekday|\.hour\b|isWeekend|toLocaleString\([^)]{0,80}hour/;
const inQuery =
  /extract\s*\(\s*(?:hour|dow|isodow)\s+from|\b(?:dayofweek|weekday|hour)\s*\(\s*(?:now|current|curdate|sysdate)|date_part\s*\(\s*'(?:hour|dow)'|to_char\s*\([^)]{0,40}'(?:HH24|D|ID)'/i;
const setsHour = /set\(\s*\{[^}]{0,60}hour|startOf\(|T(?:0[7-9]|1\d|20):\d\d|plus\([^)]{0,40}\)\.set/;

const sources = (step: Step): readonly string[] => step.texts.map(({ text }) => text.source);

const branchRule = (graph: Graph, at: number, step: Step): boolean => {
  if (step.branch === null) return false;
  const looks = step.branch.conditions.some(({ left, right }) =>
    [left, right].some(
      (text) =>
        (now.test(text.source) && part.test(text.source)) || text.refs.some((ref) => partName.test(ref.path)),
    ),
  );
  if (!looks) return false;
  // Both answers going to the same place decide nothing.
  const targets = new Map<number, string>();
  for (const link of graph.leaving(at))
    targets.set(link.output, `${targets.get(link.output) ?? ''} ${link.to}`);
  return targets.size < 2 || new Set(targets.values()).size > 1;
};

const findRule = (graph: Graph, at: number): TimeRule | null => {
  const step = graph.steps[at];
  if (step === undefined || step.disabled || graph.live[at] !== true) return null;
  const rule = (by: TimeRule['by'], evidence: TimeRule['evidence']): TimeRule => ({
    position: at,
    step,
    by,
    evidence,
  });
  if (branchRule(graph, at, step)) return rule('branch', 'proven');
  if (
    has(step, 'waits:time') &&
    step.texts.some(({ path, text }) => /dateTime/i.test(path) && setsHour.test(text.source))
  )
    return rule('wait', 'inferred');
  const texts = sources(step);
  if (has(step, 'runs:code') && texts.some((text) => readsClock.test(text) && comparedInCode.test(text)))
    return rule('code', 'inferred');
  if (has(step, 'reads:records', 'writes:records') && texts.some((text) => inQuery.test(text)))
    return rule('query', 'inferred');
  return null;
};

/** Asked of the same steps for every message behind them. */
const ruleAt = perStep(findRule);

/** The rule that keeps this message to certain hours or days, or `null`. */
export const timeRuleOf = (graph: Graph, { outgoing, by, starts, before }: Proactive): TimeRule | null => {
  const clocks = starts.filter((at) => graph.steps[at]?.schedule != null);
  const [first] = clocks;
  if (
    by === 'clock' &&
    first !== undefined &&
    clocks.every((at) => graph.steps[at]?.schedule?.workingHoursOnly === true)
  )
    return { position: first, step: graph.steps[first] as Step, by: 'schedule', evidence: 'proven' };
  for (const at of before) {
    if (at === outgoing.delivery.position) continue;
    const rule = ruleAt(graph, at);
    if (rule !== null) return rule;
  }
  return null;
};

/** Steps before the message in which such a rule could stand, and whose parameters were removed or lie elsewhere. */
export const hiddenBefore = (graph: Graph, { outgoing, before }: Proactive): readonly Step[] =>
  [...before].flatMap((at) => {
    const step = graph.steps[at];
    if (
      step === undefined ||
      at === outgoing.delivery.position ||
      graph.live[at] !== true ||
      step.knowledge !== 'stripped'
    )
      return [];
    return has(step, 'decides', 'filters') ||
      step.assumed.some((trait) => /^(?:runs|reads|decides|filters)/.test(trait))
      ? [step]
      : [];
  });
