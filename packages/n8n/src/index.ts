export type { Catalogue, Does, NodeEntry } from './catalogue/entry.ts';
export { catalogue, catalogueVersion, entryFor } from './catalogue/index.ts';
export { keepable, readerVersion } from './keepable.ts';
export { type JsonResult, parseJson } from './parse-json.ts';
export { type ReadResult, readWorkflow, workflowsIn } from './read-workflow.ts';
export { type Unresolved, unresolvedIn } from './unresolved.ts';
