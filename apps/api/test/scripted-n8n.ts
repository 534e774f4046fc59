import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chatbot, type Workflow } from './shop.ts';

/** Answers in place of the list; false lets the list answer. */
export type Script = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

/** The public API of an n8n that does what a test says, over real HTTP. */
export interface ScriptedN8n {
  readonly url: string;
  /** In the order of the list. */
  readonly rows: Workflow[];
  readonly asked: string[];
  readonly keys: Set<unknown>;
  /** What happens to every request until it is taken away. */
  script: Script | null;
  /** Rows of a page; n8n's own limit unless set. */
  page: number;
  readonly close: () => Promise<void>;
}

export const json = (outgoing: ServerResponse, status: number, body: unknown, headers = {}): true => {
  outgoing.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  return true;
};

/** A workflow as n8n lists it: published as it stands in the editor, unless `more` says otherwise. */
export const row = (id: string, more: Workflow = {}): Workflow => {
  const { nodes, connections, name } = chatbot(id, `Flow ${id}`);
  return {
    id,
    name,
    active: true,
    isArchived: false,
    nodes,
    connections,
    settings: { executionOrder: 'v1' },
    staticData: { token: 'never kept' },
    versionId: `draft-${id}`,
    activeVersionId: `draft-${id}`,
    activeVersion: { versionId: `draft-${id}`, nodes, connections },
    ...more,
  };
};

export const startN8n = async (...rows: Workflow[]): Promise<ScriptedN8n> => {
  const asked: string[] = [];
  const keys = new Set<unknown>();
  const server = createServer((incoming, outgoing) => {
    asked.push(incoming.url ?? '');
    keys.add(incoming.headers['x-n8n-api-key']);
    if (n8n.script?.(incoming, outgoing)) return;
    const url = new URL(incoming.url ?? '', n8n.url);
    const id = /^\/api\/v1\/workflows\/([^/]+)$/.exec(url.pathname)?.[1];
    if (id !== undefined) {
      const found = n8n.rows.find((each) => each['id'] === decodeURIComponent(id));
      json(outgoing, found === undefined ? 404 : 200, found ?? { message: 'Not Found' });
      return;
    }
    const from = Number(url.searchParams.get('cursor') ?? 0);
    const to = from + Math.min(Number(url.searchParams.get('limit')), n8n.page);
    const nextCursor = to < n8n.rows.length ? String(to) : null;
    json(outgoing, 200, { data: n8n.rows.slice(from, to), nextCursor });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const n8n: ScriptedN8n = {
    url: `http://127.0.0.1:${port}`,
    rows: [...rows],
    asked,
    keys,
    script: null,
    page: 250,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return n8n;
};
