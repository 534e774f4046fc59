import { plain, questionOf } from '@plumbline/core';
import type { Point, Verdict } from './verdict.ts';

const shown = 3;

const reasonFor = ({ because, promise, occurrence, enforcement }: Point): string => {
  const said = `“${plain(promise)}” (you set this to ${enforcement}).`;
  if (because !== 'cannot-tell') return `${said} ${occurrence.message}`;
  return `${said} Plumbline cannot tell, and you chose to refuse then: ${questionOf(occurrence)}`;
};

const wayOut = (refusals: readonly Point[]): string => {
  if (refusals.every(({ because }) => because === 'approve')) {
    return 'It is published once the owner has signed off this version. Or change the flow, so that there is nothing to sign off.';
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
  const signed = remarks.find(({ because }) => because === 'signed-off');
  if (signed !== undefined) {
    return `Published, since the owner has signed off this version: “${plain(signed.promise)}”. ${signed.occurrence.message}`;
  }
  const open = remarks.find(({ because }) => because === 'question');
  if (open !== undefined) {
    return `Published, with a question left: ${questionOf(open.occurrence)}`;
  }
  const advice = remarks.find(({ because }) => because === 'advice');
  if (advice !== undefined) return `Published. To adjust: ${advice.occurrence.message}`;
  const accepted = remarks.find(({ because }) => because === 'accepted');
  return accepted === undefined
    ? 'Published.'
    : `Published, with a fault that somebody has accepted for a time: ${accepted.occurrence.message}`;
};
