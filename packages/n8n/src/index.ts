export type { Catalogue, Does, NodeEntry } from './catalogue/entry.ts';
export { catalogue, catalogueVersion, entryFor } from './catalogue/index.ts';
export {
  type Ask,
  type Fault as ReadFault,
  type FaultState,
  type RemoteWorkflow,
  readRemote,
  readWorkflows,
} from './client/read-workflows.ts';
export { type WhenDown, whenDownChoices } from './hook/hook-header.ts';
export { saveHook } from './hook/save-hook.ts';
export { keepable, readerVersion } from './keepable.ts';
export { type JsonResult, parseJson } from './parse-json.ts';
export { type ReadResult, readWorkflow, workflowsIn } from './read-workflow.ts';
export { type Fault, type Repaired, repairable, repairWorkflow } from './repair/repair-workflow.ts';
export { type Unresolved, unresolvedIn } from './unresolved.ts';
