import { defaultHost, defaultPort, defaultRetentionDays } from './serve.ts';
import { SettingsError } from './settings-error.ts';

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly vaultKey: string | undefined;
  readonly retentionDays: number;
}

/** Settings from environment variables: `PORT`, `HOST`, `PLUMBLINE_DATA`, `PLUMBLINE_VAULT_KEY`, `PLUMBLINE_RETENTION_DAYS`. Throws `SettingsError`. */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): Settings => {
  const port = env['PORT'] || String(defaultPort);
  if (!/^[0-9]{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new SettingsError(`PORT is "${port}", which is no port. Use a number up to 65535.`);
  }
  const days = env['PLUMBLINE_RETENTION_DAYS'] || String(defaultRetentionDays);
  if (!/^[0-9]{1,4}$/.test(days) || Number(days) < 1) {
    throw new SettingsError(`PLUMBLINE_RETENTION_DAYS is "${days}". Use a number of days from 1 on.`);
  }
  return {
    port: Number(port),
    host: env['HOST'] || defaultHost,
    dataFolder: env['PLUMBLINE_DATA'] || '.plumbline',
    vaultKey: env['PLUMBLINE_VAULT_KEY'] || undefined,
    retentionDays: Number(days),
  };
};
