import { type StoredSource, sourceStates } from '@plumbline/store';
import { z } from 'zod';

const stateWords = [
  '`never`: not read yet',
  '`ok`: all of it is known',
  '`unreachable`: no answer',
  '`refused-key`: 401 or 403',
  '`slow-down`: 429, left alone for as long as it asks',
  '`failing`: 5xx',
  '`malformed`: the answer broke off, or is none of n8n',
  '`newer-shape`: it answers in a shape that is not known here',
];

export const sourceSchema = z
  .object({
    id: z.string(),
    kind: z.literal('n8n'),
    source: z.string().meta({ description: 'The `source` of its flows: `n8n`, or `n8n-` and its name.' }),
    url: z.string(),
    allowPrivate: z.boolean(),
    state: z.enum(sourceStates).meta({
      description: `How the last attempt went. ${stateWords.join('; ')}. Whatever it is, what was known stays.`,
    }),
    since: z.iso.datetime().meta({ description: 'When it came into this state.' }),
    detail: z.string().nullable(),
    lastTriedAt: z.iso.datetime().nullable(),
    lastReadAt: z.iso.datetime().nullable(),
    nextAt: z.iso.datetime(),
    failures: z.int().meta({ description: 'Attempts that failed since it was read last.' }),
    flows: z.int().meta({ description: 'Workflows it had when it was read last, archived ones left out.' }),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
  })
  .meta({ id: 'Source', description: 'Another system whose flows are read by themselves.' });
export type SourceView = z.infer<typeof sourceSchema>;

export const sourceView = ({ key: _, ...rest }: StoredSource): SourceView => rest;
