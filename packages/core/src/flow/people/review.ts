import { type GateStrength, strengthOf } from '../gate.ts';
import { type Exploration, pathTo } from '../graph.ts';
import type { Delivery } from '../messages/delivery.ts';
import type { FlowView } from '../view.ts';
import { answerTests } from './answer-test.ts';

/** What stands between a model and the message that carries its words. Positions of steps. */
export type Review =
  /** Nothing gets through without a yes of somebody of the business. */
  | { readonly is: 'held'; readonly gates: readonly number[] }
  /** There is no way from the model to the message within one run. */
  | { readonly is: 'apart' }
  /** A gate that the file does not say enough about; none where the way is too long to follow. */
  | { readonly is: 'unsure'; readonly gates: readonly number[]; readonly through: readonly number[] }
  | {
      readonly is: 'leak';
      readonly gate: number;
      readonly how: Exclude<GateStrength, 'holds' | 'unknown'>;
      readonly through: readonly number[];
    }
  /** `customers`: gates on the way at which the customer is asked, which is no review. */
  | { readonly is: 'open'; readonly customers: readonly number[]; readonly through: readonly number[] };

export type Reviewer = (delivery: Delivery, models: readonly number[]) => Review;

/** Walked steps after which the answer is `unsure`; far above any real flow. */
const mostWalked = 400_000;

/** Asks of one flow, message by message, whether somebody of the business must act before it goes out. */
export const reviewerOf = (view: FlowView): Reviewer => {
  const { graph, gates } = view;
  const asking = (who: string): ReadonlySet<number> =>
    new Set(gates.filter((gate) => gate.asked === who).map((gate) => gate.position));
  const staff = asking('staff');
  const open = asking('unknown');
  const customers = asking('customer');
  const { needsYes, gates: answered } = answerTests(graph, staff);
  const budget = { left: mostWalked };
  const free = new Map<string, Exploration>();
  /** Everything a model's words reach without meeting any gate; the same for every message of that model. */
  const freely = (models: readonly number[]): Exploration => {
    const key = models.join(' ');
    const before = free.get(key);
    if (before !== undefined) return before;
    const walk = graph.explore(models, { stopAt: (at) => staff.has(at) || open.has(at), without: needsYes });
    free.set(key, walk);
    return walk;
  };
  /** The way from the models to `target` past no gate; empty where there is none. */
  const pastGates = (models: readonly number[], target: number): readonly number[] => {
    const walk = freely(models);
    const before = walk.reached.size;
    const found = walk.reaches(target);
    budget.left -= walk.reached.size - before;
    return found ? pathTo(walk.reached, target) : [];
  };
  return (delivery, models) => {
    const target = delivery.position;
    const tooFar = (): Review => ({
      is: 'unsure',
      gates: [...staff, ...open].slice(0, 1),
      through: [...models, target],
    });
    if (budget.left < 0) return tooFar();
    const past = pastGates(models, target);
    if (past.length > 0)
      return {
        is: 'open',
        customers: past.filter((at) => customers.has(at) && at !== target),
        through: past,
      };
    if (staff.size + open.size === 0) return { is: 'apart' };
    if (budget.left < 0) return tooFar();
    const strengths = new Map<number, GateStrength>();
    const strength = (at: number): GateStrength => {
      const before = strengths.get(at);
      if (before !== undefined) return before;
      const gate = gates.find((each) => each.position === at);
      const found =
        gate === undefined || budget.left < 0 ? 'unknown' : strengthOf(graph, gate, target, staff, budget);
      strengths.set(at, found);
      return found;
    };
    const held = (at: number): boolean => staff.has(at) && at !== target && strength(at) === 'holds';
    const walked = graph.after(
      models.filter((at) => !held(at)),
      { stopAt: held, without: needsYes },
    );
    budget.left -= walked.size;
    const through = pathTo(walked, target);
    if (through.length === 0) {
      const holding = [...strengths].filter(([, each]) => each === 'holds').map(([at]) => at);
      if (holding.length > 0) return { is: 'held', gates: holding };
      // The question may be put on a way of its own, beside the one that the words take to the test.
      const beside = answered.length > 0 && graph.after(models).has(target);
      return beside ? { is: 'held', gates: answered } : { is: 'apart' };
    }
    const passed = through.filter((at) => staff.has(at) && at !== target);
    const unsure = [
      ...passed.filter((at) => strength(at) === 'unknown'),
      ...through.filter((at) => open.has(at) && at !== target),
    ];
    if (unsure.length > 0) return { is: 'unsure', gates: unsure, through };
    for (const gate of passed) {
      const how = strength(gate);
      if (how !== 'holds' && how !== 'unknown') return { is: 'leak', gate, how, through };
    }
    return { is: 'open', customers: through.filter((at) => customers.has(at) && at !== target), through };
  };
};
