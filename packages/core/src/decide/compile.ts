import { type Commitment, type OwnRule, type Profile, profileSchema, type Value } from '../profile/schema.ts';
import { type Ask, unknown } from '../rules/define.ts';
import { ruleById, rulesVersion } from '../rules/registry.ts';
import type { Answer, AnswerVersions } from './answer.ts';
import { anyAudience, audienceBits } from './audience.ts';
import { ownAsk } from './own-rule.ts';
import type { ActionIndex, BoundAsk, CompiledPolicy } from './policy.ts';
import { builtInActions, knownChannels } from './words.ts';

type Binding = Commitment['rules'][number];

/** A rule that is bound but cannot be asked. It must not vanish: that would turn its answer into "fine". */
const lost = (id: string): Ask => {
  const result = unknown(
    `The profile asks the rule \`${id}\`, which this version cannot ask.`,
    `Does the rule \`${id}\` hold here?`,
  );
  return () => result;
};

const because = (promise: string): string => `because you said “${promise}”`;

interface Prepared {
  readonly actions: readonly string[];
  readonly bound: BoundAsk;
}

const prepare = (
  value: Value,
  commitment: Commitment,
  binding: Binding,
  ownRules: ReadonlyMap<string, OwnRule>,
  profile: Profile,
): Prepared => {
  const own = ownRules.get(binding.rule);
  const rule = ruleById(binding.rule);
  const options = rule?.meta.options.safeParse(binding.options);
  const named = binding.channels ?? own?.channels ?? null;
  const base = {
    rule: binding.rule,
    value: value.id,
    commitment: commitment.id,
    because: because(commitment.promise),
    enforcement: commitment.enforcement,
    channels: named === null ? null : new Set(named),
  };
  if (rule !== undefined && options?.success === true) {
    return {
      actions: binding.actions ?? rule.meta.actions,
      bound: {
        ...base,
        ask: rule.prepare(options.data, named),
        audiences: audienceBits(rule.meta.audiences),
        counters: rule.counters?.(options.data, named) ?? [],
      },
    };
  }
  const ask = own === undefined ? null : ownAsk(own, profile.ownFacts);
  return {
    // A rule that cannot be asked speaks of everything it might have spoken of.
    actions: binding.actions ?? own?.actions ?? rule?.meta.actions ?? builtInActions,
    bound: { ...base, ask: ask ?? lost(binding.rule), audiences: anyAudience, counters: [] },
  };
};

const indexOf = (action: string, bounds: readonly BoundAsk[], channels: readonly string[]): ActionIndex => {
  const elsewhere = bounds.filter((bound) => bound.channels === null);
  const named = new Set(bounds.flatMap((bound) => [...(bound.channels ?? [])]));
  const on = (channel: string): readonly BoundAsk[] =>
    bounds.filter((bound) => bound.channels === null || bound.channels.has(channel));
  return {
    channels: new Map(channels.map((channel) => [channel, named.has(channel) ? on(channel) : elsewhere])),
    all: bounds,
    contact: action === 'message.send' || bounds.some((bound) => bound.counters.length > 0),
  };
};

const plainAnswer = (
  kind: Answer['kind'],
  message: string,
  versions: AnswerVersions,
  reserves: Answer['reserves'] = [],
): Answer => ({ kind, reasons: [], observed: [], obligations: [], message, reserves, versions });

/** The answer where a business has no profile. */
export const answerWithoutProfile: Answer = plainAnswer(
  'no-policy',
  'There is no values profile, so nothing says whether this may happen.',
  { profile: null, rules: rulesVersion },
);

/**
 * Makes a profile ready for decisions: rules bound to their options and indexed by action and channel. Done once per
 * version. `hash` is the profile's hash, as answers name it. Never throws for a profile: a rule that this version does
 * not know, or whose options it does not take, stays and says that it cannot tell.
 */
export const compileProfile = (input: Profile, hash: string): CompiledPolicy => {
  // A profile that was kept by an older version lacks what came later.
  const profile = profileSchema.parse(input);
  const versions: AnswerVersions = { profile: { hash, version: profile.version }, rules: rulesVersion };
  const ownRules = new Map(profile.ownRules.map((own) => [own.id, own]));
  const byAction = new Map<string, BoundAsk[]>();
  const channels = [...knownChannels, ...profile.ownChannels];
  for (const value of profile.values) {
    for (const commitment of value.commitments) {
      for (const binding of commitment.rules) {
        const { actions, bound } = prepare(value, commitment, binding, ownRules, profile);
        for (const action of new Set(actions)) {
          const list = byAction.get(action);
          if (list === undefined) byAction.set(action, [bound]);
          else list.push(bound);
        }
      }
    }
  }
  return {
    versions,
    actions: new Map([...byAction].map(([action, bounds]) => [action, indexOf(action, bounds, channels)])),
    allow: plainAnswer('allow', 'Nothing you promised speaks against it.', versions),
    allowContact: plainAnswer('allow', 'Nothing you promised speaks against it.', versions, ['contact']),
    knownActions: new Set([...builtInActions, ...profile.ownActions]),
    noPolicy: plainAnswer('no-policy', 'Nothing in the profile speaks of this.', versions),
    unknownAction: plainAnswer(
      'no-policy',
      'Nothing in the profile speaks of this action, and it is none that Plumbline knows. Is it spelt as you mean it?',
      versions,
    ),
    unclear: plainAnswer(
      'no-policy',
      'The profile speaks of some audiences or channels only, and the request does not say which it is. Say `audience` and `channel`.',
      versions,
    ),
    error: plainAnswer('error', 'No answer could be found, so nothing is allowed by it.', versions),
  };
};
