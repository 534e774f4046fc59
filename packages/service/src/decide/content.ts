import { decisionRequestSchema } from '@plumbline/core';

/** What would go out. */
export const contentSchema = decisionRequestSchema.shape.content.unwrap().unwrap();
