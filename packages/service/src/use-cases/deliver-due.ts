import type { Delivery } from '@plumbline/store';
import { z } from 'zod';
import { businessIdSchema } from '../business.ts';
import { type Call, now } from '../context.ts';
import { attempt } from '../deliver/attempt.ts';
import { parseInput } from '../parse-input.ts';
import { readIn } from '../scope.ts';

export const deliverDueInput = z.strictObject({ business: businessIdSchema });

const atOnce = 32;

/** Every address that an approval resumes is another; what else has one receiver goes one after the other. */
const lineOf = ({ id, kind, receiver }: Delivery): string => (kind === 'resume' ? id : receiver);

/**
 * Sends what is due, each at least once until it is taken, under an id that stays the same. Needs `write`. Several
 * processes may do it at the same time: each delivery is taken by one. Gives how many this one sent.
 */
export const deliverDue = async ({ ctx, input }: Call<z.input<typeof deliverDueInput>>): Promise<number> => {
  const { business } = parseInput(deliverDueInput, input);
  const due = await readIn(ctx, business, 'write', (view) => view.dueDeliveries(now(ctx), atOnce));
  const lines = new Map<string, Delivery[]>();
  for (const delivery of due) {
    const line = lines.get(lineOf(delivery)) ?? [];
    line.push(delivery);
    lines.set(lineOf(delivery), line);
  }
  const sent = await Promise.all([...lines.values()].map((line) => attempt(ctx, business, line)));
  return sent.reduce((sum, count) => sum + count, 0);
};
