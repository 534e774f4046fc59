import { z } from 'zod';
import { cellLabels, standings } from '../evaluate/assess.ts';
import { evidenceSchema, occurrenceSchema, verdictSchema } from '../evaluate/finding.ts';
import { flowKinds } from '../flow/kind.ts';
import { enforcementSchema, onUnknownSchema } from '../profile/schema.ts';

export const becauseSchema = z
  .object({
    value: z.string(),
    commitment: z.string(),
    enforcement: enforcementSchema,
    onUnknown: onUnknownSchema,
  })
  .meta({ id: 'Because', description: 'The commitment, and the value above it, that asked for this.' });

export const findingSchema = z
  .object({
    check: z.string(),
    verdict: verdictSchema,
    evidence: evidenceSchema,
    because: z.array(becauseSchema),
    occurrences: z.array(occurrenceSchema),
  })
  .meta({ id: 'Finding' });

export const cellSchema = z
  .object({ value: z.string(), label: z.enum(cellLabels), adjustments: z.array(z.string()) })
  .meta({ id: 'Cell', description: 'One flow against one value.' });

export const customerFacingSchema = z.union([z.boolean(), z.literal('unknown')]);

export const flowReportSchema = z
  .object({
    file: z.string(),
    id: z.string().nullable(),
    name: z.string(),
    fingerprint: z.string(),
    kind: z.enum(flowKinds),
    customerFacing: customerFacingSchema,
    standing: z.enum(standings),
    findings: z.array(findingSchema),
    cells: z.array(cellSchema),
  })
  .meta({ id: 'FlowReport' });
export type FlowReport = z.infer<typeof flowReportSchema>;

export const fileErrorSchema = z
  .object({
    file: z.string(),
    code: z.string(),
    message: z.string(),
    line: z.int().optional(),
    column: z.int().optional(),
  })
  .meta({ id: 'FileError' });
export type FileError = z.infer<typeof fileErrorSchema>;

export const summarySchema = z
  .object({
    flows: z.int(),
    skipped: z.int().meta({ description: 'JSON files in folders that hold no workflow.' }),
    errors: z.int(),
    standings: z.record(z.enum(standings), z.int()),
    verdicts: z.record(verdictSchema, z.int()).meta({ description: 'Findings by verdict, over all flows.' }),
  })
  .meta({ id: 'Summary' });

export const checkReportSchema = z
  .object({
    version: z.literal(1).meta({ description: 'Version of this format.' }),
    profile: z.object({ name: z.string(), version: z.string(), hash: z.string() }),
    checks: z.object({ version: z.string() }),
    flows: z.array(flowReportSchema),
    errors: z.array(fileErrorSchema),
    summary: summarySchema,
  })
  .meta({ id: 'CheckReport', description: 'What `plumbline check --format json` prints.' });
export type CheckReport = z.infer<typeof checkReportSchema>;
