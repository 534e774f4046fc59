import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type BareContext, type Context, ensureAdminKey, type Logger } from '@plumbline/service';
import { createApp } from '../app.ts';
import { createLog } from '../log.ts';
import { createDirect } from './direct.ts';
import { drainOf } from './drain.ts';
import { listen, urlOf } from './listen.ts';
import type { MailSettings } from './mail.ts';
import { openContext } from './open-context.ts';
import { mustBeShared } from './work.ts';
import { keepObjectsYoung } from './young-objects.ts';

export const defaultPort = 4777;
export const defaultHost = '127.0.0.1';
export const defaultRetentionDays = 30;

export interface ServeOptions {
  /** Made if need be; one process at a time holds it. Not used with `databaseUrl`. */
  readonly dataFolder: string;
  /** Address of Postgres, for any number of processes; needs `vaultKey`. */
  readonly databaseUrl?: string | undefined;
  /** The next free one is taken if it is in use; 0 takes any. */
  readonly port?: number;
  readonly host?: string;
  /** Key that content is encrypted with, in base64; without, the data folder has its own. */
  readonly vaultKey?: string | undefined;
  /** Days that content of decisions is kept; 30 unless given. */
  readonly retentionDays?: number;
  /** Address of Redis or Valkey that carries what is to be judged; without, this process does. */
  readonly redisUrl?: string | undefined;
  /** Where letters go; without, nobody is told by e-mail. */
  readonly mail?: MailSettings | undefined;
  /** Address that people reach it at, for links in messages. */
  readonly baseUrl?: string | undefined;
  /** Judges flows and does what falls due in this process, too; true unless given. */
  readonly worker?: boolean;
  /** Lines of JSON to standard error unless given. */
  readonly log?: Logger;
  /** Milliseconds that requests under way have to finish when it closes. */
  readonly patience?: number;
}

export interface Running {
  /** Address to reach it at from this machine. */
  readonly url: string;
  readonly port: number;
  /** The wanted port, if another program has it. */
  readonly takenPort: number | null;
  /** Secret of the first admin key; null unless this was the first start. Cannot be read again. */
  readonly adminKey: string | null;
  /** To call use cases in this process, as Plumbline itself. */
  readonly ctx: Context;
  /** Resolves when every flow has been judged, as far as it can be now. */
  readonly idle: () => Promise<void>;
  /** Finishes requests under way, stops judging, closes the store. */
  readonly close: () => Promise<void>;
}

const toStandardError = (): Logger => createLog((line) => void process.stderr.write(line));

const createHttpServer = (ctx: BareContext): Server => {
  const direct = createDirect(ctx);
  const listener = getRequestListener(createApp({ ctx }).fetch);
  return createServer({ requestTimeout: 60_000 }, (incoming, outgoing) => {
    if (!direct(incoming, outgoing)) void listener(incoming, outgoing);
  });
};

/** Runs API, judging and store in this process, which it sets V8 up for. Throws `StoreError` and `SettingsError`. */
export const serve = async ({
  dataFolder,
  databaseUrl,
  port: wanted = defaultPort,
  host = defaultHost,
  vaultKey,
  retentionDays = defaultRetentionDays,
  redisUrl,
  mail,
  baseUrl,
  worker = true,
  log = toStandardError(),
  patience = 10_000,
}: ServeOptions): Promise<Running> => {
  keepObjectsYoung();
  if (!worker) mustBeShared('A server without a worker', { databaseUrl, redisUrl });
  const { bare, ctx, work } = await openContext(
    { folder: dataFolder, databaseUrl, vaultKey, retentionDays, redisUrl, mail, baseUrl, worker },
    log,
  );
  const server = createHttpServer(bare);
  const drain = drainOf(server);
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> =>
    (closing ??= (async () => {
      if (server.listening) await drain(patience);
      await work.stop();
      await bare.store.close();
      log.info('closed');
    })());
  try {
    const port = await listen(server, host, wanted);
    const admin = await ensureAdminKey({ ctx });
    await work.start();
    log.info('listening', { host, port });
    return {
      url: urlOf(host, port),
      port,
      takenPort: wanted === 0 || port === wanted ? null : wanted,
      adminKey: admin?.secret ?? null,
      ctx,
      idle: work.idle,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
