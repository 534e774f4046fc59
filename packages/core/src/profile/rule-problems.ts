import { z } from 'zod';
import { requestVariables } from '../decide/own-facts.ts';
import { faultIn, ownAsk } from '../decide/own-rule.ts';
import { decisionRequestSchema } from '../decide/request.ts';
import { builtInActions, knownChannels } from '../decide/words.ts';
import { ruleById, rules } from '../rules/registry.ts';
import { didYouMean } from './nearest.ts';
import { type IssueWords, issueWords } from './problem-words.ts';
import type { BoundRule, OwnRule, Profile } from './schema.ts';

type Path = readonly PropertyKey[];

/** Words that CEL keeps for itself: no fact can go by them. */
const kept = new Set(
  'as break const continue else false for function if import in let loop namespace null package return true var void while'.split(
    ' ',
  ),
);

const unknownWords = (
  kind: 'action' | 'channel',
  given: readonly string[] | undefined,
  known: readonly string[],
  path: Path,
): readonly IssueWords[] =>
  (given ?? []).flatMap((word, at) =>
    known.includes(word)
      ? []
      : [
          {
            path: [...path, at],
            message: `there is no ${kind} "${word}".${didYouMean(word, known)} Name one of your own in own${kind === 'action' ? 'Actions' : 'Channels'}.`,
          },
        ],
  );

const exampleProblems = (own: OwnRule, profile: Profile, path: Path): readonly IssueWords[] => {
  const ask = ownAsk(own, profile.ownFacts);
  if (ask === null) return [];
  return (['pass', 'fail'] as const).flatMap((expected) =>
    own.examples[expected].flatMap((example, at): readonly IssueWords[] => {
      const here = [...path, 'examples', expected, at];
      const request = decisionRequestSchema.safeParse(
        { caller: 'example', action: own.actions[0], ...example },
        { reportInput: true },
      );
      if (!request.success) {
        const names = Object.keys(decisionRequestSchema.shape);
        return request.error.issues
          .flatMap((issue) => issueWords(issue, names))
          .map((words) => ({ path: [...here, ...words.path], message: words.message }));
      }
      const result = ask(request.data, { now: 0, counters: {} });
      const verdict = result?.verdict ?? 'pass';
      if (verdict === expected) return [];
      return [
        {
          path: here,
          message:
            result?.verdict === 'unknown'
              ? `must ${expected}, but cannot be told. ${result.message}`
              : `must ${expected}, but gives ${verdict}`,
        },
      ];
    }),
  );
};

const ownRuleProblems = (own: OwnRule, profile: Profile, path: Path): readonly IssueWords[] => {
  if (ruleById(own.id) !== undefined)
    return [{ path: [...path, 'id'], message: `there is a built-in rule "${own.id}"; choose another id` }];
  const fault = faultIn(own, profile.ownFacts);
  return fault === null
    ? exampleProblems(own, profile, path)
    : [{ path: [...path, 'must'], message: `cannot be asked: ${fault}` }];
};

const bindingProblems = (bound: BoundRule, profile: Profile, path: Path): readonly IssueWords[] => {
  if (profile.ownRules.some((own) => own.id === bound.rule))
    return Object.keys(bound.options).length === 0
      ? []
      : [{ path: [...path, 'options'], message: 'a rule of your own takes no options' }];
  const rule = ruleById(bound.rule);
  if (rule === undefined) {
    const ids = [...rules.map((each) => each.meta.id), ...profile.ownRules.map((own) => own.id)];
    return [
      { path: [...path, 'rule'], message: `there is no rule "${bound.rule}".${didYouMean(bound.rule, ids)}` },
    ];
  }
  const options = rule.meta.options.safeParse(bound.options, { reportInput: true });
  if (options.success) return [];
  const names = rule.meta.options instanceof z.ZodObject ? Object.keys(rule.meta.options.shape) : [];
  return options.error.issues
    .flatMap((issue) => issueWords(issue, names))
    .map((words) => ({ path: [...path, 'options', ...words.path], message: words.message }));
};

/** What is wrong with the run-time rules of a profile: unknown ids, options, words; own rules that cannot be kept. */
export const ruleProblems = (profile: Profile): readonly IssueWords[] => {
  const problems: IssueWords[] = [];
  const actions = [...builtInActions, ...profile.ownActions];
  const channels = [...knownChannels, ...profile.ownChannels];
  const words = (of: BoundRule | OwnRule, path: Path): void => {
    problems.push(...unknownWords('action', of.actions, actions, [...path, 'actions']));
    problems.push(...unknownWords('channel', of.channels, channels, [...path, 'channels']));
  };
  for (const name of Object.keys(profile.ownFacts)) {
    if (requestVariables.has(name) || kept.has(name))
      problems.push({ path: ['ownFacts', name], message: 'this name is taken; choose another' });
  }
  const bound = new Set<string>();
  profile.values.forEach((value, v) => {
    value.commitments.forEach((commitment, c) => {
      commitment.rules.forEach((each, r) => {
        const path = ['values', v, 'commitments', c, 'rules', r];
        bound.add(each.rule);
        problems.push(...bindingProblems(each, profile, path));
        words(each, path);
      });
    });
  });
  const seen = new Set<string>();
  profile.ownRules.forEach((own, at) => {
    const path = ['ownRules', at];
    if (seen.has(own.id))
      problems.push({
        path: [...path, 'id'],
        message: `the rule "${own.id}" stands here twice; ids must be unique`,
      });
    else if (!bound.has(own.id))
      problems.push({
        path: [...path, 'id'],
        message: `no commitment asks "${own.id}"; bind it under \`rules\` of one, or take it out`,
      });
    seen.add(own.id);
    problems.push(...ownRuleProblems(own, profile, path));
    words(own, path);
  });
  return problems;
};
