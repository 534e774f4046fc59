import type { StoredEvent } from '@plumbline/store';

/** What an alert is about when flows are not judged any more. */
export const judging = 'judging';

export const flowSubject = (flow: { readonly source: string; readonly id: string }): string =>
  `flow ${flow.source}/${flow.id}`;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What an event says stands badly, or well again; null where it is a thing of a moment. */
export const subjectOf = ({
  type,
  data,
}: Pick<StoredEvent, 'type' | 'data'>): { readonly subject: string; readonly well: boolean } | null => {
  if (type === 'evaluation.stale' || type === 'evaluation.recovered')
    return { subject: judging, well: type === 'evaluation.recovered' };
  if (type !== 'flow.drifted' && type !== 'flow.recovered' && type !== 'flow.stopped') return null;
  const flow = data['flow'];
  if (!isRecord(flow)) return null;
  const { source, id } = flow;
  if (typeof source !== 'string' || typeof id !== 'string') return null;
  return { subject: flowSubject({ source, id }), well: type !== 'flow.drifted' };
};
