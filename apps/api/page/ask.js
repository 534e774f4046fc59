import { keptKey } from './key.js';
import { inOneLine } from './text.js';

/** @typedef {'no-key' | 'not-allowed' | 'gone' | 'too-late' | 'no-connection' | 'other'} Kind */

/** Something that did not go well, in words for whoever looks. */
export class Trouble extends Error {
  /**
   * @param {Kind} kind
   * @param {string} words
   */
  constructor(kind, words) {
    super(words);
    /** @readonly */
    this.kind = kind;
  }
}

/**
 * What the API says went wrong; nothing where it is not the API that answers.
 *
 * @param {Response} response
 * @returns {Promise<{ detail?: unknown, title?: unknown, code?: unknown }>}
 */
const problemOf = async (response) => {
  try {
    return await response.json();
  } catch {
    return {};
  }
};

/** @param {unknown} text */
const words = (text) => (typeof text === 'string' ? inOneLine(text, 400) : '');

/** Kinds of problem after which there is nothing left to send again: it stands otherwise by now. */
const overtaken = new Set([
  'conflict',
  'already-answered',
  'already-closed',
  'content-expired',
  'precondition-failed',
]);

const wrongKey = 'This key does not open anything here. It may be mistyped, or it was revoked.';

/** @param {Response} response */
const troubleOf = async (response) => {
  const { detail, title, code } = await problemOf(response);
  const said = words(detail) || words(title);
  if (overtaken.has(String(code))) return new Trouble('too-late', said || 'It has changed in the meantime.');
  switch (response.status) {
    case 401:
      return new Trouble('no-key', wrongKey);
    case 403:
      return new Trouble('not-allowed', `This key may not do that. ${said}`);
    case 404:
      return new Trouble(
        'gone',
        'There is nothing here that this key may see. It may have been removed, or it belongs to another business.',
      );
    default:
      return response.status >= 500
        ? new Trouble('other', 'Something went wrong on our side. Try again in a moment.')
        : new Trouble('other', said || `Plumbline answered ${response.status}.`);
  }
};

/** How long an answer may take, in milliseconds. */
const patience = 30_000;

/**
 * @param {string} path under `v1`
 * @param {'GET' | 'POST' | 'DELETE'} method
 * @param {unknown} [body] sent as JSON, if given
 */
const reach = async (path, method, body) => {
  const key = keptKey();
  if (key === null) throw new Trouble('no-key', '');
  // Anything else cannot even be sent.
  if (!/^[\x21-\x7e]+$/.test(key)) throw new Trouble('no-key', wrongKey);
  /** @type {Response} */
  let response;
  try {
    response = await fetch(`v1/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
  } catch {
    throw new Trouble(
      'no-connection',
      'Plumbline cannot be reached. Look whether it runs and whether you are connected, then try again.',
    );
  }
  if (!response.ok) throw await troubleOf(response);
  return response;
};

/**
 * Asks the API; throws `Trouble`. What comes back is as the API's description says.
 *
 * @template Answer
 * @param {string} path under `v1`
 * @param {{ readonly body: unknown }} [sent] posted as JSON, if given
 * @returns {Promise<Answer>}
 */
export const ask = async (path, sent) => {
  const response = await reach(path, sent === undefined ? 'GET' : 'POST', sent?.body);
  try {
    return await response.json();
  } catch {
    throw new Trouble('other', 'Something other than Plumbline has answered. Load this page again.');
  }
};

/**
 * Has the API take something away; throws `Trouble`.
 *
 * @param {string} path under `v1`
 * @returns {Promise<void>}
 */
export const remove = async (path) => {
  await reach(path, 'DELETE');
};
