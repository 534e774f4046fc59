import type { Step } from '../flow.ts';
import { has, pathTo, stepsAt } from '../graph.ts';
import type { Delivery } from '../messages/delivery.ts';
import type { Talk } from '../people/partner.ts';
import type { FlowView } from '../view.ts';
import { failureTest } from './failure-test.ts';

/** What becomes of whoever wrote when one step on the way to the answer fails. */
export interface Cover {
  readonly position: number;
  readonly step: Step;
  /**
   * `answered`: the failure leads to an answer or to staff. `second-model`: another model takes over.
   * `dead-end`: it is noticed and leads to nobody. `goes-on`: the flow goes on as if nothing had happened.
   * `stops`: the run ends there. `hidden`: it leads out of the file.
   */
  readonly is: 'answered' | 'second-model' | 'dead-end' | 'goes-on' | 'stops' | 'hidden';
  /** Where the failure ends up, as far as it is followed. */
  readonly path: readonly Step[];
  readonly evidence: 'proven' | 'inferred';
}

/** Steps that wait for somebody else's machine: a model, another system, another flow. */
const waitsForOthers = (step: Step): boolean =>
  has(step, 'generates:text', 'generates:media', 'judges:model', 'calls:flow', 'calls:tools') ||
  (has(step, 'calls:http') && step.message === null);

/** An expression that says what to send when the value is missing. */
const fallback = /\|\||\?\?|\?[^.?:]{1,200}:|ifEmpty\(/;
const meetsError = /\.error\b|catch\s*\(|\?\.|\|\|/;

interface Ends {
  readonly told: ReadonlySet<number>;
  readonly answers: readonly Delivery[];
}

/** A log at the end of the way is no answer, although a chat would show what it gives. */
const answersSomebody = ({ audience, inPlace, step }: Delivery): boolean =>
  audience.who !== 'machine' && (!inPlace || has(step, 'generates:text', 'transforms', 'runs:code'));

const tells = (step: Step): boolean => has(step, 'opens:ticket', 'assigns:person') || step.question !== null;

const followed = (view: FlowView, position: number, ends: Ends, links: readonly number[]): Cover => {
  const { graph } = view;
  const step = graph.steps[position] as Step;
  const walked = graph.after(links, { stopAt: (at) => at === position });
  let hidden: number | null = null;
  let last = links[0] ?? position;
  for (const at of walked.keys()) {
    const reached = graph.steps[at];
    if (reached === undefined || reached.disabled || at === position || has(reached, 'model', 'internal'))
      continue;
    last = at;
    if (ends.told.has(at) || tells(reached)) {
      const path = [step, ...stepsAt(view.graph, pathTo(walked, at))];
      return { position, step, is: 'answered', path, evidence: 'proven' };
    }
    if (has(reached, 'calls:flow') || reached.knowledge !== 'known') hidden ??= at;
  }
  const path = [step, ...stepsAt(view.graph, pathTo(walked, hidden ?? last))];
  return { position, step, is: hidden === null ? 'dead-end' : 'hidden', path, evidence: 'proven' };
};

/** The flow goes on after a failure: does something on the way to the answer look at it? */
const goesOn = (view: FlowView, position: number, ends: Ends): Cover => {
  const { graph } = view;
  const step = graph.steps[position] as Step;
  const after = graph.after([position]);
  for (const at of after.keys()) {
    const test = graph.steps[at]?.branch === null ? null : failureTest(graph, at, (name) => view.find(name));
    if (test === null || test.origin !== position) continue;
    const outputs = new Set(test.outputs);
    const links = graph.leaving(at).filter((link) => link.kind === 'main' && outputs.has(link.output));
    if (links.length === 0)
      return {
        position,
        step,
        is: 'dead-end',
        path: stepsAt(view.graph, [position, at]),
        evidence: 'inferred',
      };
    return followed(
      view,
      position,
      ends,
      links.map((link) => link.to),
    );
  }
  const answer = ends.answers.find((each) => after.has(each.position));
  const path = answer === undefined ? [step] : stepsAt(view.graph, pathTo(after, answer.position));
  const minded = path.some(
    (each) =>
      each !== step && has(each, 'runs:code') && each.texts.some(({ text }) => meetsError.test(text.source)),
  );
  const said = answer?.message.body.some((text) => text.dynamic && fallback.test(text.source)) === true;
  return { position, step, is: minded || said ? 'answered' : 'goes-on', path, evidence: 'inferred' };
};

const mostSteps = 60;

/** For every step of a conversation that waits for somebody else's machine: what its failure leads to. */
export const coversOf = (view: FlowView, talk: Talk): readonly Cover[] => {
  const { graph } = view;
  const walked = graph.after([talk.intake.position]);
  const outside = new Set(['customer', 'partner', 'unknown']);
  const answers = view.deliveries.filter(
    (each) => walked.has(each.position) && outside.has(each.audience.who),
  );
  const told = new Set(view.deliveries.filter(answersSomebody).map((each) => each.position));
  const leading = new Set<number>();
  for (const answer of answers.slice(0, 12))
    for (const at of graph.before(answer.position).keys()) leading.add(at);
  const ends: Ends = { told, answers };
  const covers: Cover[] = [];
  for (const position of walked.keys()) {
    const step = graph.steps[position];
    if (step === undefined || step.disabled || covers.length >= mostSteps) continue;
    if (!leading.has(position) || graph.owners(position).length > 0 || !waitsForOthers(step)) continue;
    if (graph.parts(position, 'ai_languageModel').length > 1) {
      covers.push({ position, step, is: 'second-model', path: [step], evidence: 'proven' });
    } else if (step.onFailure === 'branch') {
      const links = graph.leaving(position).filter((link) => link.kind === 'error');
      covers.push(
        followed(
          view,
          position,
          ends,
          links.map((link) => link.to),
        ),
      );
    } else if (step.onFailure === 'continue') covers.push(goesOn(view, position, ends));
    else
      covers.push({
        position,
        step,
        is: 'stops',
        path: stepsAt(view.graph, pathTo(walked, position)),
        evidence: 'proven',
      });
  }
  return covers;
};
