import type { Server } from 'node:http';

/** Milliseconds between looks at connections that have become idle. */
const look = 20;

/**
 * Takes no more connections, lets requests under way finish, and cuts off what still runs after `patience`
 * milliseconds.
 */
export const drain = (server: Server, patience: number): Promise<void> =>
  new Promise((resolve) => {
    // A connection kept alive by its client would otherwise hold the end up until it times out.
    const sweep = setInterval(() => server.closeIdleConnections(), look);
    const cut = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
