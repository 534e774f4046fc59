import { jsonBreak } from './json-break.ts';

export type JsonResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string; readonly line?: number; readonly column?: number };

const place = (text: string, position: number): { line: number; column: number } => {
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  return { line, column: position - before.lastIndexOf('\n') };
};

/** `JSON.parse` that survives a byte-order mark and says where the text breaks: line and column, both from 1. */
export const parseJson = (text: string): JsonResult => {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (body.trim() === '') return { ok: false, message: 'The file is empty.' };
  try {
    return { ok: true, value: JSON.parse(body) };
  } catch {
    const at = jsonBreak(body);
    const found = at >= body.length ? 'the text ends too early' : `unexpected ${JSON.stringify(body[at])}`;
    return { ok: false, message: `This is not valid JSON: ${found}.`, ...place(body, at) };
  }
};
