export { catalogue, catalogueVersion, entryFor } from './catalogue/index.ts';
export type { Catalogue, Does, NodeEntry } from './catalogue/entry.ts';
export { type JsonResult, parseJson } from './parse-json.ts';
export { type ReadResult, readWorkflow, workflowsIn } from './read-workflow.ts';
