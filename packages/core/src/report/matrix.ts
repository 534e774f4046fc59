import { z } from 'zod';
import { standings } from '../evaluate/assess.ts';
import type { Profile } from '../profile/schema.ts';
import { knownValues } from '../profile/values.ts';
import { type CheckReport, cellSchema } from './check-report.ts';

const matrixRowSchema = z
  .object({
    file: z.string(),
    id: z.string().nullable(),
    name: z.string(),
    standing: z.enum(standings),
    cells: z.array(cellSchema).meta({ description: 'One for each of `values`, in that order.' }),
  })
  .meta({ id: 'MatrixRow' });

export const matrixSchema = z
  .object({
    version: z.literal(1),
    profile: z.object({ name: z.string(), version: z.string(), hash: z.string() }),
    values: z.array(z.object({ id: z.string(), title: z.string() })),
    flows: z.array(matrixRowSchema),
  })
  .meta({ id: 'Matrix', description: 'Flows against values, with what would change each cell.' });
export type Matrix = z.infer<typeof matrixSchema>;
export type MatrixRow = Matrix['flows'][number];

const titleFor = (id: string, profile: Profile | undefined): string =>
  profile?.values.find((value) => value.id === id)?.title ??
  knownValues.find((value) => value.id === id)?.title ??
  id;

/** The matrix of a report: a row a flow, a column a value of the profile it was judged against. */
export const matrixOf = (report: CheckReport, profile?: Profile): Matrix => {
  const ids =
    profile?.values.map((value) => value.id) ?? report.flows[0]?.cells.map((cell) => cell.value) ?? [];
  return {
    version: 1,
    profile: report.profile,
    values: ids.map((id) => ({ id, title: titleFor(id, profile) })),
    flows: report.flows.map(({ file, id, name, standing, cells }) => ({
      file,
      id,
      name,
      standing,
      cells: ids.map(
        (value) =>
          cells.find((cell) => cell.value === value) ?? { value, label: 'not-touched', adjustments: [] },
      ),
    })),
  };
};
