import { isRecord, type Json } from '../parameters.ts';

/** A node of the copy that is worked on. */
export interface DraftNode {
  id: string;
  name: string;
  type: string;
  typeVersion: number;
  position: [number, number];
  parameters: Record<string, unknown>;
  [more: string]: unknown;
}

/** A copy of a workflow that a repair may change. */
export interface Draft {
  readonly workflow: Record<string, unknown>;
  readonly nodes: DraftNode[];
  readonly connections: object;
}

/** A copy of its own, with the parts that a repair adds to. What is no node stays where it is and is left alone. */
export const draftOf = (workflow: Json): Draft => {
  const copy = JSON.parse(JSON.stringify(workflow)) as Record<string, unknown>;
  const nodes = Array.isArray(copy['nodes']) ? (copy['nodes'] as DraftNode[]) : [];
  const connections = isRecord(copy['connections']) ? copy['connections'] : {};
  copy['nodes'] = nodes;
  copy['connections'] = connections;
  return { workflow: copy, nodes, connections };
};

export const nodeOf = (draft: Draft, step: { readonly id: string; readonly name: string }) =>
  draft.nodes.find((node) => isRecord(node) && (node.id === step.id || node.name === step.name));

const placeOf = (node: DraftNode): readonly [number, number] => {
  const [x, y] = Array.isArray(node.position) ? node.position : [];
  const number = (value: unknown): number =>
    Number.isSafeInteger(Math.round(Number(value))) ? Number(value) : 0;
  return [number(x), number(y)];
};

/** A place at or beyond the wanted one, in steps to the right and in the given direction, where no node lies. */
export const freePlace = (
  draft: Draft,
  near: DraftNode,
  by: readonly [number, number],
  direction: 1 | -1 = 1,
): [number, number] => {
  const taken = draft.nodes.filter(isRecord).map((node) => placeOf(node as unknown as DraftNode));
  const [x, y] = placeOf(near);
  const free = (at: readonly [number, number]): boolean =>
    taken.every((other) => Math.abs(other[0] - at[0]) >= 180 || Math.abs(other[1] - at[1]) >= 140);
  // A row holds no more than all nodes, so one place in every row and the next is free.
  for (let row = 0; ; row += 1) {
    for (let column = 0; column < 5; column += 1) {
      const at: [number, number] = [x + by[0] + column * 200, y + by[1] + direction * row * 180];
      if (free(at)) return at;
    }
  }
};

/** A name that no node has yet. */
export const freeName = (draft: Draft, wanted: string): string => {
  const names = new Set(draft.nodes.filter(isRecord).map((node) => node['name']));
  let name = wanted;
  for (let n = 2; names.has(name); n += 1) name = `${wanted} ${n}`;
  return name;
};

export const addNode = (draft: Draft, node: Omit<DraftNode, 'id'>): DraftNode => {
  const ids = new Set(draft.nodes.filter(isRecord).map((each) => each['id']));
  let id = 'plumbline-1';
  for (let n = 2; ids.has(id); n += 1) id = `plumbline-${n}`;
  const added = { id, ...node } as DraftNode;
  draft.nodes.push(added);
  return added;
};

/** What an object or list holds under a key of its own; put there first where there is nothing yet. */
const within = (holder: object, key: string | number, fresh: object): object => {
  const own = Object.hasOwn(holder, key) ? (holder as Record<string | number, unknown>)[key] : null;
  if (typeof own === 'object' && own !== null) return own;
  // Not an assignment: a step may be named like something every object inherits.
  Object.defineProperty(holder, key, { value: fresh, writable: true, enumerable: true, configurable: true });
  return fresh;
};

/** Adds a link beside those that are there. `kind` is `main`, `ai_tool`, ... */
export const connect = (draft: Draft, from: string, to: string, kind: string, output = 0): void => {
  const outputs = within(within(draft.connections, from, {}), kind, []);
  for (let at = 0; at < output; at += 1) within(outputs, at, []);
  const slot = within(outputs, output, []);
  if (Array.isArray(slot)) slot.push({ node: to, type: kind, index: 0 });
};

const edgesIn = (value: unknown): readonly Record<string, unknown>[] => {
  if (Array.isArray(value)) return value.flatMap(edgesIn);
  return isRecord(value) ? [value as Record<string, unknown>] : [];
};

/** Leads everything that went to a node to another one, its parts left out. How many links that were. */
export const reroute = (draft: Draft, node: DraftNode, to: string): number => {
  let moved = 0;
  for (const kinds of Object.values(draft.connections)) {
    if (!isRecord(kinds)) continue;
    for (const kind of ['main', 'error', 'output']) {
      for (const edge of edgesIn(Object.hasOwn(kinds, kind) ? kinds[kind] : [])) {
        if (edge['node'] !== node.name && edge['node'] !== node.id) continue;
        edge['node'] = to;
        edge['index'] = 0;
        moved += 1;
      }
    }
  }
  return moved;
};
