import { z } from 'zod';
import { cellLabels, standings } from '../evaluate/assess.ts';
import { evidenceSchema } from '../evaluate/finding.ts';
import { enforcementSchema } from '../profile/schema.ts';

/** Another flow that this one leans on, as it stood. */
export const neighbourSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    fingerprint: z.string(),
    as: z.enum(['sub-flow', 'error-flow', 'conversation']).meta({
      description:
        'Called by this flow, directly or by what it calls; takes its failures; or answers the same conversation.',
    }),
  })
  .meta({ id: 'Neighbour' });
export type Neighbour = z.infer<typeof neighbourSchema>;

/** Something a person has added, and until when it holds. */
export const heldSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['attestation', 'waiver']),
    about: z.string().meta({ description: 'Key of the place it speaks of.' }),
    by: z.string().meta({ description: 'Who said so.' }),
    until: z.iso.datetime().nullable(),
  })
  .meta({ id: 'HeldOverlay' });
export type Held = z.infer<typeof heldSchema>;

/** One place where a promise is not kept, or cannot be told: once for each commitment that asks. */
export const placeSchema = z
  .object({
    key: z.string().meta({ description: 'Key of the occurrence.' }),
    check: z.string(),
    value: z.string(),
    commitment: z.string(),
    enforcement: enforcementSchema,
    evidence: evidenceSchema,
    message: z.string(),
    question: z.string().nullable(),
    waived: z.boolean(),
  })
  .meta({ id: 'SnapshotPlace' });
export type SnapshotPlace = z.infer<typeof placeSchema>;

/** What was asked, by which version of a check. */
export const askedCheckSchema = z.object({
  check: z.string(),
  version: z.int(),
  options: z.string().meta({ description: 'Canonical text of the options.' }),
});
export type AskedCheck = z.infer<typeof askedCheckSchema>;

/** What an evaluation stood on: with the same of everything here it gives the same answer. */
export const basisSchema = z
  .object({
    fingerprint: z.string(),
    closure: z.string(),
    reader: z.string(),
    profile: z.object({ version: z.int(), hash: z.string() }),
    checks: z.array(askedCheckSchema),
    leansOn: z.array(neighbourSchema),
    overlays: z.array(heldSchema).meta({ description: 'What people had added and was in force here.' }),
  })
  .meta({ id: 'SnapshotBasis' });

/** What an evaluation said. */
export const saidSchema = z
  .object({
    standing: z.enum(standings),
    cells: z.array(z.object({ value: z.string(), label: z.enum(cellLabels) })),
    faults: z.array(placeSchema).meta({ description: 'Promises not kept, accepted ones included.' }),
    questions: z.array(placeSchema).meta({ description: 'What nobody has answered yet.' }),
    failed: z.array(z.string()).meta({ description: 'Checks that failed on our side.' }),
  })
  .meta({ id: 'SnapshotSaid' });
export type Said = z.infer<typeof saidSchema>;

/** One complete evaluation of a flow: what it stood on and what it said. */
export const snapshotSchema = basisSchema.extend(saidSchema.shape).meta({ id: 'Snapshot' });
export type Snapshot = z.infer<typeof snapshotSchema>;

/** What an evaluation said: the same for many flows. */
export const saidOf = ({ standing, cells, faults, questions, failed }: Snapshot): Said => ({
  standing,
  cells,
  faults,
  questions,
  failed,
});

type AskedOf = Pick<Snapshot, 'profile' | 'checks'>;

/** What was asked of every flow alike. */
export const askedOf = ({ profile, checks }: Snapshot): AskedOf => ({ profile, checks });

/** The rest: what this flow alone stood on. */
export const ownOf = ({
  profile,
  checks,
  standing,
  cells,
  faults,
  questions,
  failed,
  ...own
}: Snapshot): Omit<Snapshot, keyof Said | keyof AskedOf> => own;
