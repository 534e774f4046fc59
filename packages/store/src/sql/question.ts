import type { Question } from '../port.ts';

/** A question as one text: `require-opt-out@1 {}`. Check ids hold neither `@` nor blanks. */
export const questionKey = (question: Question): string =>
  `${question.check}@${question.version} ${question.options}`;

export const questionOf = (key: string): Question => {
  const at = key.indexOf('@');
  const blank = key.indexOf(' ', at);
  return {
    check: key.slice(0, at),
    version: Number(key.slice(at + 1, blank)),
    options: key.slice(blank + 1),
  };
};
