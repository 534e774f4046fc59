import { hash } from 'node:crypto';
import {
  type BareContext,
  type Context,
  createDesk,
  createIds,
  createPolicies,
  type Logger,
  systemActor,
} from '@plumbline/service';
import { installation } from '@plumbline/store';
import { openEmbedded } from '@plumbline/store/embedded';
import { createVault } from '@plumbline/store/vault';
import { createWork, type Work } from '@plumbline/worker';
import { vaultKey } from './key-file.ts';
import { createRandomPool } from './random-pool.ts';
import { send } from './send.ts';
import { SettingsError } from './settings-error.ts';

export interface Embedded {
  /** For requests, whose actor is recognised later. */
  readonly bare: BareContext;
  /** For what Plumbline does by itself. */
  readonly ctx: Context;
  readonly work: Work;
}

export interface EmbeddedSettings {
  readonly folder: string;
  /** In base64; without, the data folder has its own. */
  readonly vaultKey?: string | undefined;
  /** Days that content of decisions is kept. */
  readonly retentionDays: number;
  /** Address of Redis or Valkey that carries what is to be judged; without, this process does. */
  readonly redisUrl?: string | undefined;
  /** Judges and does what falls due; otherwise other processes do. */
  readonly worker: boolean;
}

const day = 24 * 60 * 60 * 1000;

const otherVault = (): SettingsError =>
  new SettingsError(
    'The data was kept under another vault key. Put `vault.key` back into the data folder, or set PLUMBLINE_VAULT_KEY to that key: without it nobody who opted out would be recognised.',
  );

/** Everything in this process: the embedded store over a data folder, and who works by itself. Throws `StoreError`, `SettingsError`. */
export const openEmbeddedContext = async (
  { folder, vaultKey: given, retentionDays, redisUrl, worker }: EmbeddedSettings,
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
    const work = createWork(parts, { redisUrl, works: worker, alone: true });
    return { bare: work.bare, ctx: { ...work.bare, actor: systemActor }, work };
  } catch (error) {
    await store.close();
    throw error;
  }
};
