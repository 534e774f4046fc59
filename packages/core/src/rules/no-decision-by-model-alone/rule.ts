import { z } from 'zod';
import { namedPerson } from '../../decide/named-person.ts';
import { defineRule, type RuleResult, unknown } from '../define.ts';

const alone: RuleResult = {
  verdict: 'fail',
  message:
    'A model decided this about a person, and nobody is named who looked at it. Let one of you decide, and give the name in `reviewedBy`.',
};
const whoLooked = unknown(
  'A model decided this about a person, and what is given in `reviewedBy` names nobody.',
  'Who has looked at this decision?',
);
const whoDecided = unknown('It is not known who decided this about a person.', 'Who decided this?');

export const rule = defineRule({
  meta: {
    id: 'no-decision-by-model-alone',
    title: 'People decide about people',
    summary:
      'A decision that weighs on a person is made or looked at by a named person, never by a model alone.',
    values: ['employee-empowerment', 'customer-intimacy'],
    actions: ['decision.about-person'],
    audiences: null,
    options: z.strictObject({}),
    version: 1,
    since: '0.1.0',
  },
  prepare: () => (request) => {
    const { facts } = request;
    // Whether it weighs on somebody counts as yes until said otherwise.
    if (facts?.consequential === false) return null;
    const looked = namedPerson(facts?.reviewedBy);
    if (looked === 'named') return null;
    switch (facts?.decidedBy) {
      case 'person':
      case 'rule':
        return null;
      case 'model':
        return looked === 'none' ? alone : whoLooked;
      default:
        return facts?.aiGenerated === true && looked === 'none' ? alone : whoDecided;
    }
  },
});
