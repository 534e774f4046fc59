import { z } from 'zod';

// Events are read back as they were written, also by an older Plumbline: what is not there is left out, never guessed.
const text = z.string().catch('');
const maybe = z.string().nullable().catch(null);
const count = z.number().catch(0);
const cause = z.object({ kind: text, words: text, about: z.array(z.string()).catch([]) });
const flow = z.object({ source: text, id: text, name: text });

export const flowData = z.object({
  flow: flow.catch({ source: '', id: '', name: '' }),
  first: z.boolean().catch(false),
  standing: z.object({ before: maybe, after: text }).catch({ before: null, after: '' }),
  customerFacing: z.union([z.boolean(), z.literal('unknown')]).catch('unknown'),
  summary: text,
  causes: z.array(cause).catch([]),
  promises: z.array(z.object({ promise: text, enforcement: text, message: text, question: maybe })).catch([]),
  morePromises: count,
});
export type FlowData = z.infer<typeof flowData>;

export const approvalData = z.object({
  approval: text,
  state: text,
  by: maybe,
  comment: maybe,
  caller: text,
  action: text,
  channel: maybe,
  message: text,
  who: z.array(z.string()).catch([]),
  until: text,
});

export const handoverData = z.object({
  handover: text,
  channel: maybe,
  flow: z.object({ source: text, id: text }).nullable().catch(null),
});

export const profileData = z.object({ version: count, name: text });

export const staleData = z.object({ since: text, missing: count, failed: count });

export const noticeData = z.object({
  direction: text,
  until: maybe,
  flows: z.array(flow).catch([]),
  moreFlows: count,
  causes: z.array(cause).catch([]),
});
