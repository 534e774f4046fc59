/** What the exit code of `plumbline` says. */
export const exitCode = {
  clean: 0,
  findings: 1,
  /** Bad usage, a bad profile, an unreadable flow, or nothing to check. */
  usage: 2,
  /** Our own fault. */
  fault: 3,
  interrupted: 130,
} as const;

/** Something the caller got wrong, said in words for the terminal. Ends the run with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
