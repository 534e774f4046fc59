import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

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

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** Listens on the wanted port, or the next free one; 0 takes any. Gives the port that it is. */
export const listen = async (server: Server, host: string, wanted: number): Promise<number> => {
  for (let port = wanted; ; port += 1) {
    try {
      return await listenOn(server, host, port);
    } catch (error) {
      if (!isTaken(error) || port >= Math.min(wanted + tries, 65_535)) throw error;
    }
  }
};

/** What stands in an address for this host and port. Listening everywhere is reached here by the loopback address. */
export const urlOf = (host: string, port: number): string => {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
};
