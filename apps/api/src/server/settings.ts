import { defaultHost, defaultPort } from './serve.ts';

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
}

/** What the environment asks for cannot be done; the message names the variable. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
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
