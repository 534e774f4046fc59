import { hash } from 'node:crypto';
import {
  type BareContext,
  type Context,
  createDesk,
  createIds,
  createPolicies,
  type Logger,
  type Mail,
  systemActor,
} from '@plumbline/service';
import { installation, type Store } from '@plumbline/store';
import { openEmbedded } from '@plumbline/store/embedded';
import { createVault } from '@plumbline/store/vault';
import { createWork, type Work } from '@plumbline/worker';
import { vaultKey } from './key-file.ts';
import { look } from './look.ts';
import type { MailSettings } from './mail.ts';
import { createRandomPool } from './random-pool.ts';
import { send } from './send.ts';
import { SettingsError } from './settings-error.ts';

export interface Opened {
  /** For requests, whose actor is recognised later. */
  readonly bare: BareContext;
  /** For what Plumbline does by itself. */
  readonly ctx: Context;
  readonly work: Work;
}

export interface ContextSettings {
  /** Where data are kept without `databaseUrl`. */
  readonly folder: string;
  /** Address of Postgres; without, this process keeps everything in the data folder. */
  readonly databaseUrl?: string | undefined;
  /** In base64; without, the data folder has its own. */
  readonly vaultKey?: string | undefined;
  /** Days that content of decisions is kept. */
  readonly retentionDays: number;
  /** Address of Redis or Valkey that carries what is to be judged; without, this process does. */
  readonly redisUrl?: string | undefined;
  /** Where letters go; without, nobody is told by e-mail. */
  readonly mail?: MailSettings | undefined;
  /** Address that people reach Plumbline at, for links in messages. */
  readonly baseUrl?: string | undefined;
  /** Judges and does what falls due; otherwise other processes do. */
  readonly worker: boolean;
}

const day = 24 * 60 * 60 * 1000;

const otherVault = (): SettingsError =>
  new SettingsError(
    'The data was kept under another vault key. Put `vault.key` back into the data folder, or set PLUMBLINE_VAULT_KEY to that key: without it nobody who opted out would be recognised.',
  );

const noKey = (folder: string): SettingsError =>
  new SettingsError(
    `There are data in ${folder}, and the key that they were kept under is missing. Put \`vault.key\` back there, or set PLUMBLINE_VAULT_KEY to that key: without it nobody who opted out would be recognised. No other key was made.`,
  );

const openStore = async ({ folder, databaseUrl, vaultKey }: ContextSettings): Promise<Store> => {
  if (databaseUrl === undefined) return openEmbedded({ folder });
  if (vaultKey === undefined) {
    throw new SettingsError(
      'With DATABASE_URL, PLUMBLINE_VAULT_KEY is needed, the same for every process: 32 bytes in base64, e.g. from `openssl rand -base64 32`.',
    );
  }
  // Loaded where it is used: the embedded default does without.
  const { openPostgres } = await import('@plumbline/store/postgres');
  return openPostgres({ url: databaseUrl });
};

// Loaded where it is used: most shops are told otherwise.
const openMail = async (settings: MailSettings | undefined): Promise<Mail | undefined> =>
  settings === undefined ? undefined : (await import('./mail.ts')).createMail(settings);

/** A store, and who works by itself over it. Throws `StoreError`, `SettingsError`. */
export const openContext = async (settings: ContextSettings, log: Logger): Promise<Opened> => {
  const { folder, databaseUrl, vaultKey: given, retentionDays, redisUrl, mail, baseUrl, worker } = settings;
  const clock = (): Date => new Date();
  const random = createRandomPool();
  const store = await openStore(settings);
  try {
    const { key, isNew, keep, drop } = vaultKey(folder, given, random);
    const vault = createVault(key, random);
    if (!(await store.isVault(vault.pseudonym(installation, 'which vault')))) {
      drop();
      throw isNew ? noKey(folder) : otherVault();
    }
    keep();
    const parts = {
      store,
      clock,
      random,
      id: createIds(clock, random),
      hash: (text: string): string => hash('sha256', text, 'hex'),
      log,
      vault,
      policies: createPolicies(),
      // Over Postgres two groups of one business would wait for each other.
      desk: createDesk(databaseUrl === undefined ? 2 : 1),
      send,
      look,
      mail: await openMail(mail),
      baseUrl,
      retention: retentionDays * day,
    };
    const work = await createWork(parts, { redisUrl, works: worker, alone: databaseUrl === undefined });
    return { bare: work.bare, ctx: { ...work.bare, actor: systemActor }, work };
  } catch (error) {
    await store.close();
    throw error;
  }
};
