import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** Bytes read from one file at most; n8n itself takes workflows of 16 MB. */
const largestFile = 64 * 1024 * 1024;

export type TextResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: string; readonly message: string };

const tooLarge: TextResult = {
  ok: false,
  code: 'too-large',
  message: `It is larger than ${largestFile / 1024 / 1024} MB; no workflow is.`,
};

const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
};

/** Text of a file's bytes: UTF-8, or UTF-16 with a byte-order mark, as PowerShell writes it. */
const decode = (chunks: readonly Uint8Array[]): TextResult => {
  const bytes = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
  try {
    return { ok: true, text: new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, code: 'not-text', message: 'It is not UTF-8 text. Save it again as UTF-8.' };
  }
};

const reasons: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['not-found', 'There is no such file or folder.'],
  ENOTDIR: ['not-found', 'There is no such file or folder.'],
  EACCES: ['no-access', 'It may not be read by you.'],
  EPERM: ['no-access', 'It may not be read by you.'],
  ELOOP: ['link-loop', 'It is a symbolic link that leads back to itself.'],
  EISDIR: ['is-folder', 'It is a folder.'],
  ENAMETOOLONG: ['not-found', 'Its name is too long to exist.'],
};

/** Plain words for an error of the file system. */
export const fileProblem = (error: unknown): { readonly code: string; readonly message: string } => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const [name, message] = reasons[code] ?? [
    'unreadable',
    `It could not be read${code === '' ? '' : ` (${code})`}.`,
  ];
  return { code: name, message };
};

const readAll = async (source: FileHandle): Promise<TextResult> => {
  const chunks: Uint8Array[] = [];
  let total = 0;
  const { size } = await source.stat();
  if (size > largestFile) return tooLarge;
  for (;;) {
    // Pipes and devices have no size; they are read until they end or grow too large.
    const buffer = Buffer.allocUnsafe(Math.max(size - total + 1, 65_536));
    const { bytesRead } = await source.read(buffer, 0, buffer.length);
    if (bytesRead === 0) return decode(chunks);
    total += bytesRead;
    if (total > largestFile) return tooLarge;
    chunks.push(buffer.subarray(0, bytesRead));
    if (total === size && bytesRead < buffer.length) return decode(chunks);
  }
};

/** Reads one file, at most `largestFile` bytes of it. Never throws: what goes wrong is said in words. */
export const readText = async (path: string): Promise<TextResult> => {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    return await readAll(file);
  } catch (error) {
    return { ok: false, ...fileProblem(error) };
  } finally {
    await file?.close();
  }
};

/** The same for standard input. */
export const readStream = async (stream: Readable): Promise<TextResult> => {
  const chunks: Uint8Array[] = [];
  let total = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
      total += bytes.length;
      if (total > largestFile) return tooLarge;
      chunks.push(bytes);
    }
  } catch (error) {
    return { ok: false, ...fileProblem(error) };
  }
  return decode(chunks);
};
