/** Milliseconds in which further changes of a business are gathered. */
const gatherFor = 300;

export interface Gathering {
  readonly wake: (business: string) => void;
  /** Passes it on at the end of the time, and not before. */
  readonly defer: (business: string) => void;
  /** Does not wait for the end of the time. Says whether there was anything to pass on. */
  readonly flush: () => boolean;
}

/**
 * The first change of a business is passed on at once; those that follow within the time are passed on together at its
 * end, which begins the next time.
 */
export const createGathering = (
  pass: (business: string) => void,
  later: (milliseconds: number, run: () => void) => void,
): Gathering => {
  /** Business -> whether something came since it was last passed on. */
  const open = new Map<string, boolean>();

  const begin = (business: string): void => {
    open.set(business, false);
    pass(business);
    later(gatherFor, () => end(business));
  };
  const end = (business: string): void => {
    const came = open.get(business) === true;
    open.delete(business);
    if (came) begin(business);
  };

  return {
    wake: (business) => {
      if (open.has(business)) open.set(business, true);
      else begin(business);
    },
    defer: (business) => {
      if (!open.has(business)) later(gatherFor, () => end(business));
      open.set(business, true);
    },
    flush: () => {
      const came = [...open].filter(([, more]) => more).map(([business]) => business);
      for (const business of came) {
        open.set(business, false);
        pass(business);
      }
      return came.length > 0;
    },
  };
};
