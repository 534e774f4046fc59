import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SettingsError } from './settings-error.ts';

/** How many ports are tried after the wanted one. */
const tries = 100;

const listenOn = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** What can be said about a port or a host that does not do; undefined where it is no matter of settings. */
const explained = (error: unknown, host: string, port: number): SettingsError | undefined => {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new SettingsError(`Port ${port} is taken, and so are the ones after it. Set PORT to another.`);
    case 'EACCES':
      return new SettingsError(`This user may not listen on port ${port}. Set PORT to one from 1024 on.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new SettingsError(`HOST is "${host}", which is no address of this machine.`);
    default:
      return undefined;
  }
};

/** Listens on the wanted port, or the next free one; 0 takes any. Gives the port that it is. Throws `SettingsError`. */
export const listen = async (server: Server, host: string, wanted: number): Promise<number> => {
  for (let port = wanted; ; port += 1) {
    try {
      return await listenOn(server, host, port);
    } catch (error) {
      const mayGoOn = codeOf(error) === 'EADDRINUSE' && port < Math.min(wanted + tries, 65_535);
      if (!mayGoOn) throw explained(error, host, port) ?? error;
    }
  }
};

/** What stands in an address for this host and port. Listening everywhere is reached here by the loopback address. */
export const urlOf = (host: string, port: number): string => {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
};
