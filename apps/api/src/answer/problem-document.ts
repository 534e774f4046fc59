import { type ProblemCode, problems } from '@plumbline/service';
import { z } from 'zod';

const codes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];

/** What every refusal and every failure answers with: RFC 9457, `application/problem+json`. */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'Where this kind of problem is described, below this server.' }),
    title: z.string(),
    status: z.int(),
    code: z.enum(codes).meta({ description: 'The stable name of this kind of problem.' }),
    detail: z.string().meta({ description: 'What it is about this time.' }),
    fix: z.string().meta({ description: 'What to do about it.' }),
    requestId: z.string().meta({ description: 'Names this request in the server log.' }),
    problems: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'Every place that is wrong.' }),
    line: z.int().optional().meta({ description: 'Line of the body at which JSON breaks, from 1.' }),
    column: z.int().optional().meta({ description: 'Column in that line, from 1.' }),
  })
  .meta({ id: 'Problem' });
export type ProblemDocument = z.infer<typeof problemSchema>;
