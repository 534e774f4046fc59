/**
 * Characters of a recipient's hash that their places are found by, see `places.ts`. Whoever shares these is told apart by the
 * contact itself, and the places of a million contacts take 20 MB.
 */
export const startLength = 8;
