import type { FlowHead } from '@plumbline/store';
import type { FlowHeadView } from './flow.ts';

export const headView = (head: FlowHead): FlowHeadView => ({
  source: head.source,
  id: head.id,
  state: head.state,
  name: head.name,
  revision: head.revision,
  fingerprint: head.fingerprint,
  closure: head.closure,
  updatedAt: head.updatedAt,
  removedAt: head.removedAt,
});
