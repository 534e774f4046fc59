export type JsonResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string; readonly line?: number; readonly column?: number };

const place = (text: string, position: number): { line: number; column: number } => {
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  return { line, column: position - before.lastIndexOf('\n') };
};

/** Position of the first thing that breaks the JSON, found by the engine's own words or, where it gives none, the end. */
const brokenAt = (message: string, text: string): number => {
  const position = /at position (\d+)/.exec(message)?.[1];
  return position === undefined ? text.length : Number(position);
};

/** `JSON.parse` that survives a byte-order mark and says where the text breaks: line and column, both from 1. */
export const parseJson = (text: string): JsonResult => {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (body.trim() === '') return { ok: false, message: 'The file is empty.' };
  try {
    return { ok: true, value: JSON.parse(body) };
  } catch (error) {
    const words = error instanceof Error ? error.message : '';
    const at = brokenAt(words, body);
    const found = at >= body.length ? 'the text ends too early' : `unexpected ${JSON.stringify(body[at])}`;
    return { ok: false, message: `This is not valid JSON: ${found}.`, ...place(body, at) };
  }
};
