import { isRecord, type Json } from './parameters.ts';

/**
 * Version of this reader: raised whenever the same workflow could be read differently, or more is kept of what was
 * read. What was found with an older one is judged anew.
 */
export const readerVersion = 2;

/** All that judging and showing a flow needs. Everything else an export may carry stays outside. */
const kept = ['id', 'name', 'active', 'nodes', 'connections', 'settings'] as const;

const reference = (credential: unknown): unknown =>
  isRecord(credential)
    ? Object.fromEntries(
        ['id', 'name'].filter((key) => Object.hasOwn(credential, key)).map((key) => [key, credential[key]]),
      )
    : credential;

const withoutCredentialData = (node: unknown): unknown => {
  if (!isRecord(node) || !isRecord(node['credentials'])) return node;
  const credentials = Object.entries(node['credentials']).map(([type, credential]) => [
    type,
    reference(credential),
  ]);
  return { ...node, credentials: Object.fromEntries(credentials) };
};

/**
 * A workflow as it may be stored: without pinned data, static data, credential data, sharing, tags and history. Reads
 * into the same flow as the original.
 */
export const keepable = (workflow: Json): Json => {
  const result: Record<string, unknown> = {};
  for (const key of kept) if (Object.hasOwn(workflow, key)) result[key] = workflow[key];
  const nodes = workflow['nodes'];
  if (Array.isArray(nodes)) result['nodes'] = nodes.map(withoutCredentialData);
  return result;
};
