import { createHash } from 'node:crypto';

export interface Node {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly typeVersion: number;
  readonly position: readonly [number, number];
  readonly parameters: object;
}

export interface Workflow {
  readonly name: string;
  readonly nodes: readonly Node[];
  readonly connections: Readonly<Record<string, object>>;
  readonly settings: Readonly<Record<string, unknown>>;
}

const uuid = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

/** `more` is what stands beside the parameters: credentials, an address, what happens at an error. */
export const node = (
  name: string,
  type: string,
  typeVersion: number,
  parameters: object = {},
  more: object = {},
): Node => ({ id: uuid(name), name, type, typeVersion, position: [0, 0], parameters, ...more });

/** A webhook at `/webhook/<path>` that gives each entry of the body on as an item's `json.body`. */
export const webhook = (path: string, responseMode: 'onReceived' | 'lastNode' | 'responseNode'): Node =>
  node(
    'Webhook',
    'n8n-nodes-base.webhook',
    2,
    { path, httpMethod: 'POST', responseMode, options: {} },
    { webhookId: uuid(path) },
  );

/** Each entry of `body.<field>` as an item of its own. */
export const splitOut = (field: string): Node =>
  node('Each', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: `body.${field}`, options: {} });

export const noOp = (name: string): Node => node(name, 'n8n-nodes-base.noOp', 1);

/** The account of the Plumbline nodes, as n8n has it. */
export interface Account {
  readonly id: string;
  readonly name: string;
}

export const plumblineNode = (account: Account, parameters: object, more: object = {}): Node =>
  node('Plumbline', 'n8n-nodes-plumbline.plumbline', 1, parameters, {
    credentials: { plumblineApi: account },
    ...more,
  });

/** Where the lines go: from a node, one list of nodes for each of its outputs. */
export type Lines = Readonly<Record<string, readonly (readonly string[])[]>>;

export const workflow = (name: string, nodes: readonly Node[], lines: Lines): Workflow => ({
  name,
  nodes: nodes.map((each, at) => ({ ...each, position: [at * 200, 0] })),
  connections: Object.fromEntries(
    Object.entries(lines).map(([from, outputs]) => [
      from,
      { main: outputs.map((to) => to.map((each) => ({ node: each, type: 'main', index: 0 }))) },
    ]),
  ),
  settings: { executionOrder: 'v1' },
});
