import type { Flow } from '@plumbline/core';

const named = /"(id|name)"\s*:\s*("(?:[^"\\\n]|\\.)*")/g;

/** Longest text looked through for lines; beyond it a report names the file only. */
const longest = 8_000_000;

/** Line of each step, by id: where its id stands in the file, else where its name does. Lines count from 1. */
export const stepLines = (text: string, flow: Flow): ReadonlyMap<string, number> => {
  const lines = new Map<string, number>();
  if (text.length > longest) return lines;
  const ids = new Map<string, number>();
  const names = new Map<string, number>();
  let line = 1;
  let counted = 0;
  for (const match of text.matchAll(named)) {
    const literal = match[2] ?? '';
    for (
      let at = text.indexOf('\n', counted);
      at !== -1 && at < match.index;
      at = text.indexOf('\n', counted)
    ) {
      line += 1;
      counted = at + 1;
    }
    const found = match[1] === 'id' ? ids : names;
    if (!found.has(literal)) found.set(literal, line);
  }
  for (const step of flow.steps) {
    const at = ids.get(JSON.stringify(step.id)) ?? names.get(JSON.stringify(step.name));
    if (at !== undefined) lines.set(step.id, at);
  }
  return lines;
};
