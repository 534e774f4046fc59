import { z } from 'zod';

/** Longest time an approval may wait, in minutes: thirty days, as long as content is kept. */
const longest = 30 * 24 * 60;

export const approvalWishSchema = z
  .strictObject({
    who: z
      .array(z.string().trim().min(1).max(200))
      .max(20)
      .default([])
      .meta({ description: 'Names of the people who may answer; empty: anybody whose key may.' }),
    minutes: z
      .int()
      .min(1)
      .max(longest)
      .default(24 * 60)
      .meta({ description: 'How long it waits. Silence never approves: afterwards it is `expired`.' }),
    resume: z
      .strictObject({
        connection: z.string().min(1).max(200).optional().meta({
          description:
            'Id of a connection an admin registered; left out, the first one that covers the address.',
        }),
        url: z
          .url({ protocol: /^https?$/ })
          .max(2000)
          .meta({
            description:
              'Is called once it is answered. Must lie on the origin of the connection, under its path.',
          }),
      })
      .optional(),
  })
  .meta({
    id: 'ApprovalWish',
    description: 'Opens an approval if the answer is `needs-human`.',
  });
export type ApprovalWish = z.infer<typeof approvalWishSchema>;
