import type { RuleResult } from '../rules/define.ts';
import type { Answer, Effect, Obligation, Reason } from './answer.ts';
import { anyAudience, audienceMask } from './audience.ts';
import { answerWithoutProfile } from './compile.ts';
import { isContact } from './contact.ts';
import type { CounterQuery, DecisionContext } from './context.ts';
import type { BoundAsk, CompiledPolicy } from './policy.ts';
import type { DecisionRequest } from './request.ts';

interface Heard {
  readonly bound: BoundAsk;
  readonly result: RuleResult;
  /** False where the request leaves open whether this rule is meant at all. */
  readonly sure: boolean;
}

const effectOf = (verdict: 'fail' | 'unknown', bound: BoundAsk, result: RuleResult): Effect => {
  switch (bound.enforcement) {
    case 'block':
      // What is only inferred from wording never blocks; a person looks at it.
      return verdict === 'fail' && result.evidence !== 'inferred' ? 'block' : 'needs-human';
    case 'approve':
      return 'needs-human';
    case 'warn':
      return 'warn';
    case 'observe':
      return 'observe';
  }
};

const gravity: Readonly<Record<Effect, number>> = { block: 3, 'needs-human': 2, warn: 1, observe: 0 };

const leftOpen = 'Whom does it reach, and over which channel?';

const reasonOf = ({ bound, result, sure }: Heard, verdict: 'fail' | 'unknown'): Reason => {
  const reason: Reason = {
    rule: bound.rule,
    value: bound.value,
    commitment: bound.commitment,
    enforcement: bound.enforcement,
    verdict,
    evidence: result.evidence ?? 'observed',
    effect: effectOf(verdict, bound, result),
    because: bound.because,
    message: result.message,
  };
  if (verdict === 'unknown') reason.question = sure ? (result.question ?? leftOpen) : leftOpen;
  return reason;
};

const obligationOf = ({ bound, result }: Heard): Obligation | null => {
  const { obligation } = result;
  // At `observe` nothing is asked of anybody.
  if (obligation === undefined || bound.enforcement === 'observe') return null;
  const own = { rule: bound.rule, commitment: bound.commitment, message: obligation.message };
  return obligation.kind === 'wait-until'
    ? {
        kind: 'wait-until',
        ...own,
        until: obligation.until,
        timeZone: obligation.timeZone,
      }
    : { kind: 'add-text', ...own, text: obligation.text };
};

const inText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** Gravest first, then by name, so that the order of commitments in the profile does not matter. */
const inOrder = (a: Reason, b: Reason): number =>
  gravity[b.effect] - gravity[a.effect] ||
  inText(a.value, b.value) ||
  inText(a.commitment, b.commitment) ||
  inText(a.rule, b.rule) ||
  inText(a.message, b.message) ||
  inText(a.question ?? '', b.question ?? '');
const obligationsInOrder = (a: Obligation, b: Obligation): number =>
  inText(a.kind, b.kind) ||
  inText(a.commitment, b.commitment) ||
  inText(a.rule, b.rule) ||
  inText(a.message, b.message) ||
  (a.kind === 'wait-until' && b.kind === 'wait-until' ? inText(a.until, b.until) : 0);

/** The usual answer has been left: something failed, could not tell, or asks for something. */
const explained = (policy: CompiledPolicy, heard: readonly Heard[], contact: boolean): Answer => {
  const reasons: Reason[] = [];
  const observed: Reason[] = [];
  const obligations: Obligation[] = [];
  for (const each of heard) {
    const { verdict } = each.result;
    if (verdict !== 'pass') {
      const reason = reasonOf(each, each.sure ? verdict : 'unknown');
      (reason.effect === 'observe' ? observed : reasons).push(reason);
    }
    const obligation = obligationOf(each);
    if (obligation !== null) obligations.push(obligation);
  }
  if (reasons.length > 1) reasons.sort(inOrder);
  if (observed.length > 1) observed.sort(inOrder);
  if (obligations.length > 1) obligations.sort(obligationsInOrder);
  const first = reasons[0];
  const effect = first?.effect ?? 'warn';
  const kind = effect === 'block' || effect === 'needs-human' ? effect : 'allow';
  return {
    kind,
    reasons,
    observed,
    obligations,
    message: first?.message ?? obligations[0]?.message ?? policy.allow.message,
    reserves: contact && kind !== 'block' ? policy.allowContact.reserves : policy.allow.reserves,
    versions: policy.versions,
  };
};

const answer = (policy: CompiledPolicy, request: DecisionRequest, context: DecisionContext): Answer => {
  const index = policy.actions.get(request.action);
  if (index === undefined)
    return policy.knownActions.has(request.action) ? policy.noPolicy : policy.unknownAction;
  const onChannel = typeof request.channel === 'string' ? index.channels.get(request.channel) : undefined;
  const channelKnown = onChannel !== undefined;
  const asks = onChannel ?? index.all;
  const mask = audienceMask(request.audience);
  let spokenOf = 0;
  let heard: Heard[] | null = null;
  for (let at = 0; at < asks.length; at += 1) {
    const bound = asks[at];
    if (bound === undefined || (bound.audiences & mask) === 0) continue;
    const sureChannel = channelKnown || bound.channels === null;
    if (sureChannel) spokenOf |= bound.audiences;
    const result = bound.ask(request, context);
    if (result === null) continue;
    heard ??= [];
    heard.push({ bound, result, sure: sureChannel && (bound.audiences & mask) === mask });
  }
  const contact = index.contact && isContact(request);
  const found = heard === null ? null : explained(policy, heard, contact);
  if (found !== null && found.kind !== 'allow') return found;
  // Whoever it reaches, something must have been asked; else leaving a word out would open the door.
  if ((spokenOf & mask) !== mask) {
    const open = !channelKnown || mask === anyAudience;
    return open && asks.length > 0 ? policy.unclear : policy.noPolicy;
  }
  return found ?? (contact ? policy.allowContact : policy.allow);
};

/**
 * Answers one request. Pure: the same policy, request and context give the same answer. `null` for a business without a
 * profile. Whatever goes wrong inside is the answer `error`; it never throws and never falls open.
 */
export const decide = (
  policy: CompiledPolicy | null,
  request: DecisionRequest,
  context: DecisionContext,
): Answer => {
  if (policy === null) return answerWithoutProfile;
  try {
    return answer(policy, request, context);
  } catch {
    return policy.error;
  }
};

/** Counters to read before `decide`, each once. Their readings go into `context.counters` under `key`. */
export const countersFor = (policy: CompiledPolicy, request: DecisionRequest): readonly CounterQuery[] => {
  const index = policy.actions.get(request.action);
  const mask = audienceMask(request.audience);
  const wanted = new Map<string, CounterQuery>();
  for (const bound of index?.channels.get(request.channel ?? '') ?? index?.all ?? []) {
    if ((bound.audiences & mask) === 0) continue;
    for (const query of bound.counters) wanted.set(query.key, query);
  }
  return [...wanted.values()];
};
