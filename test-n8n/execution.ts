import { ok } from './http.ts';
import type { N8n } from './run-n8n.ts';
import { until } from './wait.ts';

interface Item {
  readonly json: Readonly<Record<string, unknown>>;
  readonly pairedItem?: unknown;
}
interface NodeRun {
  readonly error?: { readonly message?: string };
  readonly data?: { readonly main?: readonly (readonly Item[] | null)[] };
}

export interface Execution {
  readonly id: string;
  readonly status: string;
  readonly workflowId: string;
  readonly data?: {
    readonly resultData: {
      readonly error?: { readonly message?: string };
      readonly runData: Readonly<Record<string, readonly NodeRun[]>>;
    };
  };
}

/** Newest first. The editor lists what waits too; the public API of the older n8n does not. */
const listed = async (n8n: N8n, workflow: string): Promise<readonly Execution[]> => {
  const filter = encodeURIComponent(JSON.stringify({ workflowId: workflow }));
  const { data } = ok(await n8n.editor('GET', `/executions?filter=${filter}`)) as {
    readonly data: { readonly results: readonly Execution[] };
  };
  return [...data.results].sort((one, other) => Number(other.id) - Number(one.id));
};

/** The newest execution of a workflow once it has one of these statuses, and is the `count`th. */
export const execution = async (
  n8n: N8n,
  workflow: string,
  count: number,
  ...statuses: readonly string[]
): Promise<Execution> => {
  const { run } = await until(
    `that execution ${count} is ${statuses.join(' or ')}`,
    async () => {
      const list = await listed(n8n, workflow);
      const [newest] = list;
      const isThere = list.length >= count && statuses.includes(newest?.status ?? '');
      if (newest === undefined || !isThere) return { list, run: null };
      // It may have gone on since it was listed.
      const run = ok(await n8n.api('GET', `/executions/${newest.id}?includeData=true`)) as Execution;
      return { list, run: statuses.includes(run.status) ? run : null };
    },
    (found) => found.run !== null,
  );
  if (run === null) throw new Error('An execution was there and is not.');
  return run;
};

/** What a node gave by one of its outputs in its last run. */
export const output = (of: Execution, node: string, at = 0): readonly Item[] =>
  of.data?.resultData.runData[node]?.at(-1)?.data?.main?.[at] ?? [];
