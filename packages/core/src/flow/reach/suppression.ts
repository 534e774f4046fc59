import type { Step } from '../flow.ts';
import { has } from '../graph.ts';
import { takesOff } from '../messages/opt-out-link.ts';
import type { FlowView } from '../view.ts';
import { suppressionWord } from './attribute.ts';

/** A start by which somebody opts out, and behind which their row is deleted or they are taken off a list. */
export const takesOffList = (view: FlowView): Step | null => {
  for (const start of view.graph.starts) {
    if (!takesOff(view, start)) continue;
    for (const at of view.graph.startedBy(start).keys()) {
      const step = view.graph.steps[at];
      if (step !== undefined && view.graph.live[at] === true && has(step, 'deletes:records', 'writes:list'))
        return step;
    }
  }
  return null;
};

/** Steps that somebody's wish to get no more messages comes in by, looked at from what is written down. */
const mark =
  /un_?-?subscri|opt(?:ed)?[-_ ]?out|abgemeldet|abbestellt|desabonn|désabonn|descadastr|desuscri|\bstop\b|do[-_ ]?not[-_ ]?contact|subscribed?\b/i;
const yes =
  /^(?:|no|false|0|n|nein|non|yes|true|1|ja|oui|s[ií]|sim|inactive|stop|stopped|unsubscribed|opted[-_ ]?out|abgemeldet)$/i;

/**
 * The live step by which the flow itself writes down that somebody opted out: a column, a status or a list of those who
 * are to be left in peace. `null` where the flow does none of it. A step that only adds people to a list with a mark of
 * consent is none.
 */
export const marksOptOut = (view: FlowView): Step | null => {
  for (const [position, step] of view.graph.steps.entries()) {
    if (view.graph.live[position] !== true || !has(step, 'writes:records', 'writes:list')) continue;
    const taken = step.texts.some(({ path, text }) => {
      if (text.dynamic || !/column|field|value|update|data|properties|status/i.test(path)) return false;
      const name = path.slice(path.lastIndexOf('.') + 1);
      const value = text.source.trim();
      if (/subscri/i.test(name) && !/un[-_ ]?subscri/i.test(name))
        return /^(?:no|false|0|n|nein|non)$/i.test(value);
      return (
        (mark.test(name) && yes.test(value)) ||
        (/status|state/i.test(name) && suppressionWord.test(value) && /un|out|stop|abge|d[eé]s/i.test(value))
      );
    });
    if (taken) return step;
  }
  return null;
};
