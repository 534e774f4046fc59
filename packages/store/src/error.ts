export const storeErrorCodes = [
  'locked',
  'read-only',
  'corrupt',
  'newer-schema',
  'full',
  'unavailable',
  'misused',
] as const;
/**
 * `locked`: another process has the data folder. `read-only`: the folder cannot be written. `corrupt`: the file is
 * damaged or no database. `newer-schema`: written by a newer Plumbline. `full`: no space, or a size limit.
 * `unavailable`: cannot answer now. `misused`: a fault of the caller, e.g. a nested transaction.
 */
export type StoreErrorCode = (typeof storeErrorCodes)[number];

/** The store cannot do what was asked. The message says what to do about it. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}
