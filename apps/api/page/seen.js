/** @import { Schemas } from './reads.js' */

/**
 * Who looks, at which business, and what is to be shown again when something has been done.
 *
 * @typedef {object} Seen
 * @property {Pick<Schemas['Business'], 'id' | 'name'>} business
 * @property {readonly Schemas['KeyScope'][]} scopes
 * @property {(said: string) => Promise<void>} again shows everything as it stands now, and says this
 */

/**
 * Whether the key may say something to what waits: answer, close, acknowledge, vouch.
 *
 * @param {Seen} seen
 */
export const mayAnswer = ({ scopes }) =>
  scopes.includes('answer') || scopes.includes('write') || scopes.includes('admin');

/**
 * Whether the key may also change what holds: accept faults, sign off, take back.
 *
 * @param {Seen} seen
 */
export const mayWrite = ({ scopes }) => scopes.includes('write') || scopes.includes('admin');

/**
 * Where something of a business is shown.
 *
 * @param {string} business
 * @param {Readonly<Record<string, string>>} what
 */
export const addressOf = (business, what = {}) => `?${new URLSearchParams({ business, ...what })}`;
