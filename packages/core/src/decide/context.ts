import { z } from 'zod';
import { standings } from '../evaluate/assess.ts';

export const suppressions = ['none', 'marketing', 'all'] as const;

/** Why it cannot be told who a recipient is: none is given, or it is no address of its channel, or that is not named. */
export const unreadable = ['not-given', 'no-email', 'no-phone', 'no-channel'] as const;
export type Unreadable = (typeof unreadable)[number];

export const counterReadingSchema = z.strictObject({
  used: z
    .int()
    .min(0)
    .meta({ description: 'Contacts in the window, those reserved by open decisions included.' }),
  freeAt: z.number().nullish().meta({
    description: 'When the oldest of them leaves the window, epoch ms; not needed when `used` is 0.',
  }),
});
export type CounterReading = z.infer<typeof counterReadingSchema>;

export const decisionContextSchema = z
  .strictObject({
    now: z.number().meta({ description: 'Epoch ms.' }),
    suppression: z.enum(suppressions).nullish().meta({
      description: 'What this recipient asked not to get any more; null where it was not looked up.',
    }),
    unreadable: z.enum(unreadable).nullish().meta({
      description: 'Why it cannot be told who the recipient is; left out where it can.',
    }),
    counters: z
      .record(z.string(), counterReadingSchema)
      .default({})
      .meta({ description: 'Readings by the key that `countersFor` gives; one that is missing is unknown.' }),
    flowStanding: z
      .enum(standings)
      .nullish()
      .meta({ description: 'Standing of the flow that asks; null where no such flow is known.' }),
  })
  .meta({
    id: 'DecisionContext',
    description: 'What the service knows when it is asked, handed in as data.',
  });

/** All that a decision rests on beside request and profile: clock value, what is known of the recipient, counters, standing of the flow. */
export type DecisionContext = z.infer<typeof decisionContextSchema>;

/** A counter that a rule wants to read: contacts of this recipient, from all callers, in the last `days` times 24 h. */
export interface CounterQuery {
  readonly key: string;
  readonly counter: 'contact';
  readonly days: number;
  /** Only contacts over these channels; null counts all. */
  readonly channels: readonly string[] | null;
}
