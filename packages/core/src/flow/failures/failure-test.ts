import type { Branch, Condition, Step } from '../flow.ts';
import { type Graph, has } from '../graph.ts';

/** Fields that say outright that something failed. */
const errorField =
  /(?:^|[.\s])(?:errors?|error_?(?:message|msg|code|type|description)|err|exception|fehler|erreur)(?:\.|$)/i;
const codeField = /(?:^|\.)(?:status_?code|http_?(?:status|code))$/i;
const goodFlag = /(?:^|\.)(?:success(?:ful)?|succeeded|ok|is_?success|delivered|sent)$/i;
const badFlag =
  /(?:^|\.)(?:failed|failure|has_?(?:failed|errors?)|is_?[a-z]{0,20}error|error_?count|fail(?:ed|ure)?_?count|failures)$/i;
const stateField = /(?:^|\.)(?:status|state|result|outcome)$/i;
const badWord = /^(?:errors?|err|fail(?:ed|ure)?|declined|undelivered|unsuccessful|\[?4\d\d|5\d\d)/i;
const goodWord =
  /^(?:success(?:ful|fully)?|succeeded|ok|2\d\d|completed?|done|accepted|queued|sent|finished|published)$/i;

/** Steps that can fail for reasons outside the flow. */
export const canFail = (step: Step): boolean =>
  step.knowledge !== 'known' ||
  [...step.traits].some((trait) =>
    /^(?:sends|drafts|publishes|reads|writes|deletes|moves|books|generates|calls|opens|assigns):/.test(trait),
  ) ||
  has(step, 'judges:model', 'replies:origin') ||
  step.onFailure !== 'stop';

/** Can a run end at this step? Not where it only starts the flow, waits, or sets what its author wrote down. */
export const canBreak = (step: Step): boolean => {
  if (step.traits.some((trait) => trait.startsWith('starts:'))) return false;
  if (canFail(step) || has(step, 'runs:code', 'fails')) return true;
  if (step.texts.some(({ text }) => text.dynamic)) return true;
  // Some services only work something out; a step without any parameter, or one that sets fields, calls nobody.
  return has(step, 'internal', 'transforms') && step.texts.length > 0 && step.assigns.length === 0;
};

/** Steps that hand on the fields of what came in. */
const handsOn = (step: Step): boolean =>
  step.disabled || has(step, 'decides', 'filters', 'merges', 'loops', 'limits', 'waits:time', 'internal');

/** The step whose answer is looked at: the named one, or the nearest before that makes new fields. */
const looksBackAt = (
  graph: Graph,
  position: number,
  named: number | undefined,
  field: string,
): number | null => {
  let at = named;
  if (at === undefined) at = graph.entering(position)[0]?.from;
  for (let steps = 0; at !== undefined && steps < 12; steps += 1) {
    const step = graph.steps[at];
    if (step === undefined) return null;
    const last = field.slice(field.lastIndexOf('.') + 1);
    const assigned = step.assigns.find((each) => each.name === last);
    if (!handsOn(step) && !(has(step, 'transforms') && assigned?.value.dynamic !== false)) return at;
    at = graph.entering(at)[0]?.from;
  }
  return null;
};

/** Code that meets failures: it catches them, calls out itself, or reads the error of a step before it. */
const meetsFailure = (step: Step): boolean =>
  step.texts.some(({ text }) => /catch\s*\(|httpRequest|fetch\(|\.error\b|statusCode/.test(text.source));

/** Can the step at `origin` have put a technical failure into `field`, rather than a finding about what somebody entered? */
const technical = (step: Step, kind: Kind): boolean => {
  if (has(step, 'runs:code') && step.message === null) return meetsFailure(step);
  if (step.traits.some((trait) => trait.startsWith('starts:'))) return has(step, 'starts:error');
  if (has(step, 'transforms')) return step.onFailure !== 'stop';
  if (has(step, 'generates:text', 'judges:model') && !has(step, 'calls:http'))
    return kind === 'error' && step.onFailure !== 'stop';
  if (kind === 'error' || kind === 'code') return canFail(step);
  if (step.onFailure !== 'stop') return true;
  return (
    has(step, 'calls:http', 'moves:money') ||
    step.message !== null ||
    step.traits.some((trait) => trait.startsWith('books:'))
  );
};

type Kind = 'error' | 'code' | 'flag' | 'state';
type Side = 'holds' | 'other';

interface Finding {
  readonly side: Side;
  readonly kind: Kind;
}

const truth = ({ operator, right }: Condition): boolean => {
  const denied = /^not(?!empty)|^is?false|^false$|^empty$|^isempty/.test(operator);
  const word = right.source.trim().toLowerCase();
  return denied === (/^(?:equals?|==?|is)$/.test(operator) && /^(?:false|0|no|null|undefined)$/.test(word));
};

/** `{{ !$json.ok }}`, `{{ $json.statusCode >= 400 }}`: the test stands in the expression itself. */
const inverted = (source: string): boolean => /^\{\{\s*!\s*(?!!)/.test(source);
const compared = /(===?|!==?|<=?|>=?)\s*["']?(\w+)["']?\s*\}\}/;

const ofNumber = (operator: string, number: number): Side => {
  if (/^(?:not|!=)/.test(operator)) return number < 400 ? 'holds' : 'other';
  if (/^(?:gt|larger|>)/.test(operator)) return number >= 299 ? 'holds' : 'other';
  if (/^(?:lt|smaller|<)/.test(operator)) return 'other';
  return number >= 400 || number === 0 ? 'holds' : 'other';
};

/** On which side of the condition the failure goes on, if it is about a failure at all. */
const failingSide = (condition: Condition, path: string): Finding | null => {
  const { left, operator, right } = condition;
  const inner = compared.exec(left.source);
  const word = (inner === null ? right.source : (inner[2] ?? '')).trim();
  const sign = inner === null ? operator : (inner[1] ?? '');
  const isTrue = truth(condition);
  const flip = (side: Side): Side =>
    (inner !== null && !isTrue) !== inverted(left.source) ? (side === 'holds' ? 'other' : 'holds') : side;
  if (codeField.test(path) || (stateField.test(path) && /^\d{3}$/.test(word)))
    return /^\d+$/.test(word) ? { side: flip(ofNumber(sign, Number(word))), kind: 'code' } : null;
  if (badFlag.test(path)) return { side: flip(inner !== null || isTrue ? 'holds' : 'other'), kind: 'flag' };
  if (goodFlag.test(path)) {
    const good = inner === null ? isTrue : !/^!/.test(sign) === (word !== 'false');
    return { side: flip(good ? 'other' : 'holds'), kind: 'flag' };
  }
  if (errorField.test(path)) {
    const there = inner === null ? isTrue : /^!/.test(sign) || !/^(?:undefined|null|false)$/.test(word);
    return { side: flip(there ? 'holds' : 'other'), kind: 'error' };
  }
  if (!stateField.test(path)) return null;
  const denied = /^(?:not|!=)/.test(sign);
  if (badWord.test(word)) return { side: flip(denied ? 'other' : 'holds'), kind: 'state' };
  if (goodWord.test(word)) return { side: flip(denied ? 'holds' : 'other'), kind: 'state' };
  return null;
};

/** After a step that goes on regardless, a field that is not there means that the step failed. */
const missing = (source: Step, condition: Condition): Finding | null => {
  const calls =
    has(source, 'calls:http', 'calls:flow', 'generates:text', 'writes:records') || source.message !== null;
  if (source.onFailure !== 'continue' || !calls || has(source, 'reads:records')) return null;
  const present = /empty|exist/.test(condition.operator) || /^\{\{\s*!!/.test(condition.left.source);
  return present ? { side: truth(condition) ? 'other' : 'holds', kind: 'error' } : null;
};

const outputsOn = (branch: Branch, condition: Condition, side: Side): readonly number[] => {
  if (side === 'holds') return [condition.output];
  if (branch.otherwise !== null) return [branch.otherwise];
  return [];
};

export interface FailureTest {
  /** The step whose failure is looked at. */
  readonly origin: number;
  /** Outputs that a failed item takes. */
  readonly outputs: readonly number[];
  /** `false`: it looks at a record, whose state may be a finding of people as well as a failure. */
  readonly sure: boolean;
}

/** Does the branch at `position` tell a technical failure from success? */
export const failureTest = (
  graph: Graph,
  position: number,
  find: (name: string) => number | undefined,
): FailureTest | null => {
  const step = graph.steps[position];
  if (step?.branch == null) return null;
  const outputs = new Set<number>();
  let origin: number | null = null;
  let sure = true;
  for (const condition of step.branch.conditions) {
    for (const ref of condition.left.refs) {
      if (ref.from !== 'item' && ref.from !== 'step') continue;
      const said = failingSide(condition, ref.path);
      if (said === null && !/empty|exist|true|equal/.test(condition.operator)) continue;
      const at = looksBackAt(graph, position, ref.from === 'step' ? find(ref.step) : undefined, ref.path);
      const source = at === null ? undefined : graph.steps[at];
      if (at === null || source === undefined) continue;
      const found = said ?? missing(source, condition);
      if (found === null) continue;
      const certain = technical(source, found.kind);
      if (!certain && !has(source, 'reads:records')) continue;
      sure &&= certain;
      origin ??= at;
      for (const output of outputsOn(step.branch, condition, found.side)) outputs.add(output);
    }
  }
  return origin === null || outputs.size === 0 ? null : { origin, outputs: [...outputs], sure };
};
