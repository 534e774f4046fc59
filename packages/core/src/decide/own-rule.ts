import type { OwnRule, Profile } from '../profile/schema.ts';
import { type Ask, type RuleResult, unknown } from '../rules/define.ts';
import { type CelResult, parseCel } from './cel.ts';
import { isOfKind, ownVariable, requestVariables } from './own-facts.ts';

const variablesFor = (ownFacts: Profile['ownFacts']): typeof requestVariables =>
  new Map([
    ...Object.entries(ownFacts).map(([name, kind]) => [name, ownVariable(name, kind)] as const),
    ...requestVariables,
  ]);

const parse = (own: OwnRule, ownFacts: Profile['ownFacts']): CelResult =>
  parseCel(own.must, new Map([...variablesFor(ownFacts)].map(([name, { kind }]) => [name, kind])));

/** What is wrong with an own rule's expression, in words; null where it can be asked. */
export const faultIn = (own: OwnRule, ownFacts: Profile['ownFacts']): string | null => {
  const parsed = parse(own, ownFacts);
  return parsed.ok ? null : parsed.message;
};

/** The question of an own rule; null where its expression cannot be asked. */
export const ownAsk = (own: OwnRule, ownFacts: Profile['ownFacts']): Ask | null => {
  const parsed = parse(own, ownFacts);
  if (!parsed.ok) return null;
  const all = variablesFor(ownFacts);
  const read = parsed.variables.flatMap((name) => {
    const variable = all.get(name);
    return variable === undefined ? [] : [{ name, ...variable }];
  });
  const broken: RuleResult = { verdict: 'fail', message: own.message };
  return (request) => {
    const values: Record<string, unknown> = {};
    const missing: string[] = [];
    for (const { name, kind, read: from } of read) {
      const value = from(request);
      if (isOfKind(value, kind)) values[name] = value;
      else missing.push(name);
    }
    let holds: unknown;
    try {
      // CEL counts `true || error` as true and `false && error` as false: what is missing matters only where it must.
      holds = parsed.evaluate(values);
    } catch {
      holds = undefined;
    }
    if (holds === true) return null;
    if (holds === false) return broken;
    return unknown(
      `The rule \`${own.id}\` cannot tell: ${missing.length === 0 ? 'it cannot be worked out' : `it needs to know ${missing.join(', ')}`}.`,
      missing.length === 0 ? `Does \`${own.id}\` hold here?` : `What is ${missing.join(', ')}?`,
    );
  };
};
