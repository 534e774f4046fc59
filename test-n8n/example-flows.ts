import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export interface Workflow {
  readonly name: string;
  readonly nodes: readonly { readonly name: string; readonly type: string; readonly typeVersion: number }[];
  readonly connections: unknown;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** What n8n takes of a workflow over its public API. */
export const importable = ({ name, nodes, connections, settings }: Workflow): Record<string, unknown> => ({
  name,
  nodes,
  connections,
  settings: settings ?? {},
});

const folders = ['packages/core/src/checks/*/examples/*.json', 'apps/cli/examples/*/{flows,adjusted}/*.json'];

/** Every workflow that the repository shows to anybody, by its path. */
export const exampleFlows = (): readonly { readonly path: string; readonly workflow: Workflow }[] =>
  globSync(folders, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, workflow: JSON.parse(readFileSync(join(root, path), 'utf8')) as Workflow }));
