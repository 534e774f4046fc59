import { createHash, randomBytes } from 'node:crypto';
import {
  type BareContext,
  type Context,
  createIds,
  createReconciler,
  type Logger,
  type Reconciler,
  systemActor,
} from '@plumbline/service';
import { openEmbedded } from '@plumbline/store/embedded';

export interface Embedded {
  /** For requests, whose actor is recognised later. */
  readonly bare: BareContext;
  /** For what Plumbline does by itself. */
  readonly ctx: Context;
  readonly reconciler: Reconciler;
}

/** Everything in this process: the embedded store over a data folder, and the reconciler. Throws `StoreError`. */
export const openEmbeddedContext = async (folder: string, log: Logger): Promise<Embedded> => {
  const clock = (): Date => new Date();
  const random = (bytes: number): Uint8Array => randomBytes(bytes);
  const parts = {
    store: await openEmbedded({ folder }),
    clock,
    random,
    id: createIds(clock, random),
    hash: (text: string): string => createHash('sha256').update(text).digest('hex'),
    log,
  };
  const reconciler = createReconciler(parts);
  const bare: BareContext = { ...parts, wake: reconciler.wake };
  return { bare, ctx: { ...bare, actor: systemActor }, reconciler };
};
