import { z } from 'zod';

export const settingChangeSchema = z
  .object({
    path: z.string().meta({ description: 'Where the setting stands, e.g. `parameters.options.subject`.' }),
    before: z.string().nullable().meta({ description: 'Cut short; what looks like a secret is masked.' }),
    after: z.string().nullable(),
  })
  .meta({ id: 'SettingChange' });
export type SettingChange = z.infer<typeof settingChangeSchema>;

const stepSchema = z.object({ id: z.string(), name: z.string(), type: z.string() });

export const stepChangeSchema = z
  .object({
    change: z.enum(['added', 'removed', 'changed', 'renamed']),
    step: stepSchema.meta({ description: 'As it is now; as it was, where it was removed.' }),
    was: z.string().nullable().meta({ description: 'Its name before, where it was renamed.' }),
    settings: z.array(settingChangeSchema),
  })
  .meta({ id: 'StepChange' });
export type StepChange = z.infer<typeof stepChangeSchema>;

export const linkChangeSchema = z
  .object({
    change: z.enum(['added', 'removed']),
    kind: z.string().meta({ description: '`main`, `error`, `ai_tool` ...' }),
    from: z.string().meta({ description: 'Name of the step.' }),
    to: z.string(),
    output: z.int(),
    input: z.int(),
  })
  .meta({ id: 'LinkChange' });
export type LinkChange = z.infer<typeof linkChangeSchema>;

/** What one version of a flow does differently from another. Positions, notes and order never show. */
export const flowDiffSchema = z
  .object({
    steps: z.array(stepChangeSchema),
    links: z.array(linkChangeSchema),
    settings: z.array(settingChangeSchema),
  })
  .meta({ id: 'FlowDiff' });
export type FlowDiff = z.infer<typeof flowDiffSchema>;
