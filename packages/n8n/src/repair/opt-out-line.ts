import { addLine } from './line.ts';
import type { Repair } from './repair-kind.ts';

const line = 'If you would rather not hear from us, answer STOP and we take you off the list.';

/** A way off the list at the end of every message that lacks one. */
export const optOutLine: Repair = (draft, flow, { key, steps }) => {
  // A link that leads nowhere must be mended where it stands; a second way beside it would hide it.
  if (/:(?:dead|keyword)$/.test(key)) return null;
  const changed = steps.flatMap((step) => addLine(draft, flow, step, line)?.name ?? []);
  if (changed.length === 0) return null;
  return {
    what: `added a line to ${changed.map((name) => `\`${name}\``).join(', ')} that offers a way off the list`,
    fillIn: [
      'Take people off the list who answer STOP, by hand or with a flow that reads the answers.',
      'Put the line into the language of those who get it.',
    ],
  };
};
