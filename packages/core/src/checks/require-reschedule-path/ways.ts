import type { Step } from '../../flow/flow.ts';
import { type Graph, has } from '../../flow/graph.ts';
import type { Intake } from '../../flow/people/conversation.ts';
import type { FlowView } from '../../flow/view.ts';
import { personFlag, personWords, rescheduleOffer } from '../../flow/words/words.ts';

const changeStep =
  /re-?schedul|cancel|verschieb|absag|umbuch|reprogram|reagend|remarc|annul|déplac|replanif|riprogramm|disdi|spost|(?:update|change|modify|move|delete|edit)[ _-]{0,3}(?:the )?(?:\w{1,30}[ _-])?(?:event|appointment|booking|reservation|meeting|cita|termin)/i;
const appointment =
  /appointment|booking|reservation|calendar|event|\bcitas?\b|agendament|turnos?\b|termin|rendez|appuntament/i;

export const wordsOf = (step: Step): string =>
  `${step.name}\n${step.texts.map(({ text }) => text.source).join('\n')}`;
/** Where somebody from outside comes in: a conversation, a form, a call of the booking page. */
export const outsideStarts = (view: FlowView): readonly number[] => {
  const spoken = view.intakes.filter((intake) => intake.who === 'customer').map((intake) => intake.position);
  const others = view.graph.starts.filter((at) =>
    has(view.graph.steps[at] as Step, 'starts:form', 'starts:webhook'),
  );
  return [...new Set([...spoken, ...others])];
};

/** Steps by which a customer's wish to move or cancel is carried out. */
export const changes = (
  graph: Graph,
  reached: ReadonlyMap<number, number>,
): { at: number; proven: boolean } | null => {
  let inferred: number | null = null;
  for (const at of reached.keys()) {
    const step = graph.steps[at];
    if (step === undefined || graph.live[at] !== true) continue;
    // Adding somebody to an event is no change of an appointment.
    if (has(step, 'books:cancel') || (has(step, 'books:change') && !/\badd\b/i.test(step.name)))
      return { at, proven: true };
    if (
      inferred !== null ||
      !has(step, 'writes:records', 'deletes:records', 'calls:http', 'calls:flow', 'runs:code')
    )
      continue;
    const named = changeStep.test(step.name);
    const coded =
      has(step, 'runs:code') && /(?:re-?schedul\w*|cancel\w*|reprogram\w*|remarc\w*)/i.test(wordsOf(step));
    if (
      (named && appointment.test(wordsOf(step))) ||
      (coded && /["'](?:PATCH|PUT|DELETE|POST)["']/.test(wordsOf(step)))
    )
      inferred = at;
  }
  inferred ??= updatesRecord(graph, reached);
  return inferred === null ? null : { at: inferred, proven: false };
};

/** The conversation tells "wants another time" apart, and the appointment's record is updated. */
const updatesRecord = (graph: Graph, reached: ReadonlyMap<number, number>): number | null => {
  let told = false;
  let updated: number | null = null;
  for (const at of reached.keys()) {
    const step = graph.steps[at];
    if (step === undefined || graph.live[at] !== true) continue;
    told ||= has(step, 'generates:text', 'judges:model', 'runs:code') && toldApart.test(wordsOf(step));
    const updates = step.texts.some(
      ({ path, text }) => path === 'operation' && /^(?:update|upsert|appendOrUpdate)$/.test(text.source),
    );
    if (updated === null && updates && has(step, 'writes:records') && appointment.test(wordsOf(step)))
      updated = at;
  }
  return told ? updated : null;
};
const toldApart = /is_?(?:re-?schedule|cancel)|["'](?:re-?schedule|cancel)(?:_\w+)?["']/i;

/** A tool or a branch by which the case reaches the staff. */
export const handsOver = (view: FlowView, reached: ReadonlyMap<number, number>): number | null => {
  const { graph } = view;
  const toStaff = new Set(
    view.deliveries.filter((each) => each.audience.who === 'staff').map((each) => each.position),
  );
  for (const at of reached.keys()) {
    const step = graph.steps[at];
    if (step === undefined || graph.live[at] !== true) continue;
    if (has(step, 'assigns:person')) return at;
    if (!toStaff.has(at) && !has(step, 'opens:ticket')) continue;
    const words = wordsOf(step);
    if (graph.owners(at).length > 0 && (personWords.test(words) || rescheduleOffer.test(words))) return at;
    for (const link of graph.entering(at)) {
      const before = graph.steps[link.from];
      if (before?.branch == null) continue;
      const asked = [
        ...before.branch.labels,
        ...before.branch.conditions.flatMap(({ left, right }) => [left.source, right.source]),
      ].join(' ');
      if (personFlag.test(asked) || rescheduleOffer.test(asked)) return at;
    }
  }
  return null;
};
/** What lies outside the file and might change an appointment. */
export const outside = (
  graph: Graph,
  reached: ReadonlyMap<number, number>,
  intakes: readonly Intake[],
): readonly Step[] =>
  [...reached.keys()].flatMap((at) => {
    const step = graph.steps[at];
    if (step === undefined || graph.live[at] !== true) return [];
    const tool = has(step, 'calls:tools') || (has(step, 'calls:flow') && intakes.length > 0);
    const hidden = step.knowledge !== 'known' && !has(step, 'internal') && graph.owners(at).length > 0;
    return tool || hidden ? [step] : [];
  });

/** Another flow at hand that takes in the answer to `carrier` and moves, cancels or passes the case on. */
export const takenUp = (
  view: FlowView,
  carrier: Step,
): { readonly flow: string; readonly step: Step } | null => {
  for (const other of view.handlers(carrier)) {
    const reached = other.graph.after(outsideStarts(other));
    const at = changes(other.graph, reached)?.at ?? handsOver(other, reached);
    const step = at === null ? undefined : other.graph.steps[at];
    if (step !== undefined) return { flow: other.flow.name, step };
  }
  return null;
};
