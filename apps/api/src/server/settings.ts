import type { MailSettings } from './mail.ts';
import { defaultHost, defaultPort, defaultRetentionDays } from './serve.ts';
import { SettingsError } from './settings-error.ts';

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly vaultKey: string | undefined;
  readonly retentionDays: number;
  readonly redisUrl: string | undefined;
  readonly mail: MailSettings | undefined;
  readonly baseUrl: string | undefined;
}

/** Where letters go and who they come from; an address may hold a password, so it is not shown. */
const mailOf = (env: Readonly<Record<string, string | undefined>>): MailSettings | undefined => {
  const smtpUrl = env['PLUMBLINE_SMTP_URL'] || undefined;
  if (smtpUrl === undefined) return undefined;
  if (!/^smtps?:\/\/[^\s]+$/.test(smtpUrl) || !URL.canParse(smtpUrl)) {
    throw new SettingsError(
      'PLUMBLINE_SMTP_URL is no address of a mail server. Use smtp://user:password@host:587, or smtps:// for TLS.',
    );
  }
  const from = env['PLUMBLINE_MAIL_FROM'] ?? '';
  if (!/^[^\s@<>]+@[^\s@<>]+$|^[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>$/.test(from)) {
    throw new SettingsError(
      'PLUMBLINE_MAIL_FROM must say who letters come from, e.g. Plumbline <plumbline@shop.example>.',
    );
  }
  return { smtpUrl, from };
};

const baseUrlOf = (text: string | undefined): string | undefined => {
  if (text === undefined || text === '') return undefined;
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.search === '')
    return url.href;
  throw new SettingsError(
    'PLUMBLINE_URL is no address that people can open. Use https://plumbline.shop.example.',
  );
};

/** Settings from environment variables: `PORT`, `HOST`, `PLUMBLINE_DATA`, `PLUMBLINE_VAULT_KEY`, `PLUMBLINE_RETENTION_DAYS`, `DATABASE_URL`, `REDIS_URL`, `PLUMBLINE_SMTP_URL`, `PLUMBLINE_MAIL_FROM`, `PLUMBLINE_URL`. Throws `SettingsError`. */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): Settings => {
  const port = env['PORT'] || String(defaultPort);
  if (!/^[0-9]{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new SettingsError(`PORT is "${port}", which is no port. Use a number up to 65535.`);
  }
  const days = env['PLUMBLINE_RETENTION_DAYS'] || String(defaultRetentionDays);
  if (!/^[0-9]{1,4}$/.test(days) || Number(days) < 1) {
    throw new SettingsError(`PLUMBLINE_RETENTION_DAYS is "${days}". Use a number of days from 1 on.`);
  }
  const redis = env['REDIS_URL'] || undefined;
  const database = env['DATABASE_URL'] || undefined;
  // An address may hold a password, so it is not shown.
  if (database !== undefined && !/^postgres(?:ql)?:\/\/[^\s]+$/.test(database)) {
    throw new SettingsError(
      'DATABASE_URL is no address of Postgres. Use postgres://user:password@host:5432/database.',
    );
  }
  if (redis !== undefined && !/^rediss?:\/\/[^\s]+$/.test(redis)) {
    throw new SettingsError('REDIS_URL is no address of Redis. Use redis://host:6379, or rediss:// for TLS.');
  }
  return {
    port: Number(port),
    host: env['HOST'] || defaultHost,
    dataFolder: env['PLUMBLINE_DATA'] || '.plumbline',
    databaseUrl: database,
    vaultKey: env['PLUMBLINE_VAULT_KEY'] || undefined,
    retentionDays: Number(days),
    redisUrl: redis,
    mail: mailOf(env),
    baseUrl: baseUrlOf(env['PLUMBLINE_URL']),
  };
};
