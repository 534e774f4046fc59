import { plain } from '@plumbline/core';
import type { Point, Verdict } from './verdict.ts';

const shown = 3;

const reasonFor = ({ because, promise, occurrence, enforcement }: Point): string => {
  const said = `“${plain(promise)}” (you set this to ${enforcement}).`;
  if (because !== 'cannot-tell') return `${said} ${occurrence.message}`;
  return `${said} Plumbline cannot tell, and you chose to refuse then: ${occurrence.question ?? occurrence.message}`;
};

const wayOut = (refusals: readonly Point[]): string => {
  if (refusals.every(({ because }) => because === 'approve')) {
    return 'It is published once the owner has signed it off. Sign-off cannot be given in Plumbline yet: change the flow, or ask the owner to set this promise to warn.';
  }
  return 'Change the flow (`plumbline repair` proposes how), or ask the owner to change the promise.';
};

/** What whoever publishes gets to read: why not, and what to do; or what is left to do. Plain text. */
export const wordsFor = ({ refusals, remarks, fault }: Verdict): string => {
  if (refusals.length > 0) {
    const reasons = refusals.slice(0, shown).map(reasonFor);
    const rest = refusals.length - reasons.length;
    const more = rest > 0 ? [`And ${rest} more.`] : [];
    return ['Not published:', ...reasons, ...more, wayOut(refusals)].join(' ');
  }
  if (fault) return 'Plumbline failed on its side while judging this flow, so there is no verdict.';
  const live = remarks.find(({ because }) => because === 'already-live');
  if (live !== undefined) {
    return `Published, since the version that runs has the same fault: “${plain(live.promise)}”. ${live.occurrence.message}`;
  }
  const open = remarks.find(({ because }) => because === 'question');
  if (open !== undefined) {
    return `Published, with a question left: ${open.occurrence.question ?? open.occurrence.message}`;
  }
  return remarks[0] === undefined ? 'Published.' : `Published. To adjust: ${remarks[0].occurrence.message}`;
};
