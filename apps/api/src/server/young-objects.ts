import { setFlagsFromString } from 'node:v8';

/**
 * Tells V8 to begin every object young. Left alone, it makes objects old from the start where most of their kind outlived
 * a collection; what belongs to a request does while the answer waits for the disk, if it is looked at in a bad moment.
 * From then on every request leaves old objects behind, young ones are kept because of them, and collecting takes ten
 * times as long, until the process ends. Measured with `scripts/bench-decision.ts`: one run in three was like that.
 */
export const keepObjectsYoung = (): void => setFlagsFromString('--no-allocation-site-pretenuring');
