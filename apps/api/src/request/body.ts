import { parseJson } from '@plumbline/n8n';
import { Problem } from '@plumbline/service';
import { BadJson } from '../answer/bad-json.ts';
import type { Incoming } from './incoming.ts';
import { nestsDeeperThan } from './json-depth.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Largest body that is read, in bytes. */
export const bodyLimit = 5_000_000;
/** Levels of lists and objects inside each other. */
const deepest = 500;

const json = /^application\/json[ \t]*(?:;[ \t]*charset[ \t]*=[ \t]*"?utf-8"?[ \t]*)?$/i;

const tooLarge = (): Problem => new Problem('too-large', `The body is larger than ${bodyLimit} bytes.`);

export const cutShort = (): Problem => new Problem('invalid-json', 'The body did not arrive completely.');

/** Reads piece by piece, so that a body of unknown length cannot fill the memory. */
const readPieces = async (body: ReadableStream<Uint8Array>): Promise<Uint8Array> => {
  const reader = body.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw cutShort();
    });
    if (done) return Buffer.concat(pieces);
    size += value.length;
    if (size > bodyLimit) {
      reader.cancel().catch(() => undefined);
      throw tooLarge();
    }
    pieces.push(value);
  }
};

/** Bytes of a body, be they announced or not. Throws `too-large`, and `invalid-json` where they break off. */
export const bytesOf = async (request: Request): Promise<Uint8Array> => {
  const length = request.headers.get('content-length');
  if (length === null || request.headers.has('transfer-encoding')) {
    return request.body === null ? new Uint8Array() : readPieces(request.body);
  }
  if (Number(length) > bodyLimit) throw tooLarge();
  // The HTTP parser lets no more through than was announced.
  const bytes = await request.arrayBuffer().catch(() => {
    throw cutShort();
  });
  return new Uint8Array(bytes);
};

/**
 * The JSON in a body. Throws `unsupported-media`, `too-large`, and `invalid-json` with line and column where it is not
 * JSON in UTF-8.
 */
export const readJson = async ({
  header,
  bytes: read,
}: Pick<Incoming, 'header' | 'bytes'>): Promise<unknown> => {
  const type = header('content-type');
  if (type === undefined || !json.test(type.trim())) {
    throw new Problem('unsupported-media', 'The `Content-Type` is not `application/json`.');
  }
  const encoding = header('content-encoding');
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity') {
    throw new Problem('unsupported-media', 'Bodies are read uncompressed only.');
  }
  const bytes = await read();
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new Problem('invalid-json', 'The body is not valid UTF-8.');
  }
  if (text.trim() === '') throw new Problem('invalid-json', 'The body is empty.');
  const parsed = parseJson(text);
  if (!parsed.ok) throw new BadJson(parsed.message, parsed.line, parsed.column);
  if (nestsDeeperThan(text, deepest)) {
    throw new Problem('invalid-input', `The body nests deeper than ${deepest} levels.`);
  }
  return parsed.value;
};
