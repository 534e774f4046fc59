// What stands in place of the hash of what was asked, where the latest entry of a flow is not to be relied on.

/** The flow is noted again. */
export const again = '';

/** The flow was taken away: should it come back, it is told of like a new one. */
export const takenAway = 'taken away';

/** The hash of what was asked. */
export const isHash = (askedHash: string): boolean => askedHash !== again && askedHash !== takenAway;
