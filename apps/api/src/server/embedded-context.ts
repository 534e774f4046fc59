import { hash } from 'node:crypto';
import {
  type BareContext,
  type Caretaker,
  type Context,
  createCaretaker,
  createDesk,
  createIds,
  createPolicies,
  createReconciler,
  type Logger,
  type Reconciler,
  systemActor,
} from '@plumbline/service';
import { installation } from '@plumbline/store';
import { openEmbedded } from '@plumbline/store/embedded';
import { createVault } from '@plumbline/store/vault';
import { vaultKey } from './key-file.ts';
import { createRandomPool } from './random-pool.ts';
import { send } from './send.ts';
import { SettingsError } from './settings-error.ts';

export interface Embedded {
  /** For requests, whose actor is recognised later. */
  readonly bare: BareContext;
  /** For what Plumbline does by itself. */
  readonly ctx: Context;
  readonly reconciler: Reconciler;
  readonly caretaker: Caretaker;
}

export interface EmbeddedSettings {
  readonly folder: string;
  /** In base64; without, the data folder has its own. */
  readonly vaultKey?: string | undefined;
  /** Days that content of decisions is kept. */
  readonly retentionDays: number;
}

const day = 24 * 60 * 60 * 1000;

const otherVault = (): SettingsError =>
  new SettingsError(
    'The data was kept under another vault key. Put `vault.key` back into the data folder, or set PLUMBLINE_VAULT_KEY to that key: without it nobody who opted out would be recognised.',
  );

/** Everything in this process: the embedded store over a data folder, and who works by itself. Throws `StoreError`, `SettingsError`. */
export const openEmbeddedContext = async (
  { folder, vaultKey: given, retentionDays }: EmbeddedSettings,
  log: Logger,
): Promise<Embedded> => {
  const clock = (): Date => new Date();
  const random = createRandomPool();
  const store = await openEmbedded({ folder });
  try {
    const vault = createVault(vaultKey(folder, given, random), random);
    if (!(await store.isVault(vault.pseudonym(installation, 'which vault')))) throw otherVault();
    const parts = {
      store,
      clock,
      random,
      id: createIds(clock, random),
      hash: (text: string): string => hash('sha256', text, 'hex'),
      log,
      vault,
      policies: createPolicies(),
      desk: createDesk(),
      send,
      retention: retentionDays * day,
    };
    // Each may wake the other, so one of them is reached by way of a function.
    const reconciler = createReconciler({ ...parts, tend: (business) => caretaker.tend(business) });
    const caretaker: Caretaker = createCaretaker({ ...parts, wake: reconciler.wake });
    const bare: BareContext = { ...parts, wake: reconciler.wake, tend: caretaker.tend };
    return { bare, ctx: { ...bare, actor: systemActor }, reconciler, caretaker };
  } catch (error) {
    await store.close();
    throw error;
  }
};
