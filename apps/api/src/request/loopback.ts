const loopback = /^(?:127\.|::1$|::ffff:127\.)/;
/** A proxy on this machine makes everybody's socket local, so a request that came through one counts as remote. */
const passedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'] as const;

/** From this very machine, by the socket's own address. Headers can only take that away, never give it. */
export const isLoopback = (
  address: string | undefined,
  header: (name: string) => string | undefined,
): boolean =>
  address !== undefined && loopback.test(address) && passedOn.every((name) => header(name) === undefined);
