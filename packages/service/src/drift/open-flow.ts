import type { Flow } from '@plumbline/core';
import { parseJson } from '@plumbline/n8n';
import { readerFor } from '../reader.ts';

/** A kept workflow as a flow; undefined where it cannot be read. */
export const openFlow = (source: string, workflow: string): Flow | undefined => {
  const json = parseJson(workflow);
  if (!json.ok) return undefined;
  const read = readerFor(source).read(json.value);
  return read.ok ? read.flow : undefined;
};
