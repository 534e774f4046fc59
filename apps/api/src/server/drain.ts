import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Lets a server end in good order. The function it gives takes no more connections, closes those without a request,
 * lets requests under way finish, and cuts off what still runs after `patience` milliseconds.
 */
export const drainOf = (server: Server): ((patience: number) => Promise<void>) => {
  // Node counts a connection that has sent nothing yet as busy, so who is busy is counted here.
  const requests = new Map<Socket, number>();
  let draining = false;

  server.on('connection', (socket) => {
    requests.set(socket, 0);
    socket.once('close', () => requests.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    requests.set(socket, (requests.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (requests.get(socket) ?? 1) - 1;
      if (requests.has(socket)) requests.set(socket, left);
      if (draining && left === 0) socket.destroySoon();
    });
  });

  return (patience) =>
    new Promise((resolve) => {
      draining = true;
      const cut = setTimeout(() => server.closeAllConnections(), patience);
      server.close(() => {
        clearTimeout(cut);
        resolve();
      });
      for (const [socket, count] of requests) if (count === 0) socket.destroySoon();
    });
};
