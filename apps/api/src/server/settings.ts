import { defaultHost, defaultPort } from './serve.ts';
import { SettingsError } from './settings-error.ts';

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
}

/** Settings from environment variables: `PORT`, `HOST`, `PLUMBLINE_DATA`. Throws `SettingsError`. */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): Settings => {
  const port = env['PORT'] || String(defaultPort);
  if (!/^[0-9]{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new SettingsError(`PORT is "${port}", which is no port. Use a number up to 65535.`);
  }
  return {
    port: Number(port),
    host: env['HOST'] || defaultHost,
    dataFolder: env['PLUMBLINE_DATA'] || '.plumbline',
  };
};
