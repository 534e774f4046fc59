import { checkReportSchema, matrixSchema, profileSchema } from '@plumbline/core';
import { z } from 'zod';

const text = (schema: z.ZodType, io: 'input' | 'output'): string =>
  `${JSON.stringify(z.toJSONSchema(schema, { io }), null, 2)}\n`;

/** Path -> text of every JSON Schema that other tools read. A profile is described as people write it. */
export const jsonSchemas = (): ReadonlyMap<string, string> =>
  new Map([
    ['docs/schema/check-report.schema.json', text(checkReportSchema, 'output')],
    ['docs/schema/matrix.schema.json', text(matrixSchema, 'output')],
    ['docs/schema/profile.schema.json', text(profileSchema, 'input')],
  ]);
