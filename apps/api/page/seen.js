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
 * Whether the key may change anything: answer, close, acknowledge.
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
