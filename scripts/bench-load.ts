import { connect, type Socket } from 'node:net';

export interface Target {
  readonly host: string;
  readonly port: number;
}

/** A request as it goes over the wire. */
export const wireRequest = (
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Buffer => {
  const all = { host: '127.0.0.1', 'content-length': `${Buffer.byteLength(body)}`, ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
};

export interface Measured {
  readonly seconds: number;
  /** Milliseconds from sending, or from when it should have been sent, to the last byte of the answer. */
  readonly times: Float64Array;
}

interface Line {
  readonly socket: Socket;
  /** Sends one and calls back when its answer is complete. */
  readonly send: (request: Buffer, done: () => void) => void;
}

const lengthOf = /content-length: (\d+)/i;

/** One connection over which one request is under way at a time. Costs a few microseconds a request. */
const openLine = (target: Target, failed: (error: Error) => void): Promise<Line> =>
  new Promise((resolve) => {
    const socket = connect(target);
    let done: (() => void) | null = null;
    let text = '';
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('error', failed);
    socket.on('data', (chunk: string) => {
      text += chunk;
      const end = text.indexOf('\r\n\r\n');
      if (end === -1) return;
      const length = Number(lengthOf.exec(text)?.[1] ?? '0');
      if (text.length < end + 4 + length) return;
      if (!text.startsWith('HTTP/1.1 200')) failed(new Error(text.slice(0, 400)));
      text = '';
      const finished = done;
      done = null;
      finished?.();
    });
    socket.on('connect', () =>
      resolve({
        socket,
        send: (request, whenDone) => {
          done = whenDone;
          socket.write(request);
        },
      }),
    );
  });

const withLines = async <T>(
  target: Target,
  connections: number,
  work: (lines: readonly Line[], fail: (error: Error) => void) => Promise<T>,
): Promise<T> => {
  let fail: (error: Error) => void = () => undefined;
  const broken = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const lines = await Promise.all(Array.from({ length: connections }, () => openLine(target, fail)));
  try {
    return await Promise.race([work(lines, fail), broken]);
  } finally {
    for (const { socket } of lines) socket.destroy();
  }
};

/** As fast as it goes: every connection sends the next request once it has its answer. */
export const closedLoop = (
  target: Target,
  requests: readonly Buffer[],
  count: number,
  connections: number,
): Promise<Measured> =>
  withLines(target, connections, async (lines) => {
    const times = new Float64Array(count);
    const since = performance.now();
    let next = 0;
    await Promise.all(
      lines.map(
        ({ send }) =>
          new Promise<void>((resolve) => {
            const one = (): void => {
              if (next >= count) {
                resolve();
                return;
              }
              const at = next;
              next += 1;
              const sent = performance.now();
              send(requests[at % requests.length] ?? Buffer.alloc(0), () => {
                times[at] = performance.now() - sent;
                one();
              });
            };
            one();
          }),
      ),
    );
    return { seconds: (performance.now() - since) / 1000, times };
  });

/** At a steady rate, whatever the server does: one that falls behind shows in the times of all that follow. */
export const steady = (
  target: Target,
  requests: readonly Buffer[],
  count: number,
  rate: number,
  connections: number,
): Promise<Measured> =>
  withLines(target, connections, async (lines) => {
    const times = new Float64Array(count);
    const idle = [...lines];
    const waiting: number[] = [];
    const since = performance.now();
    let sent = 0;
    let finished = 0;
    await new Promise<void>((resolve) => {
      const give = (): void => {
        while (waiting.length > 0 && idle.length > 0) {
          const at = waiting.shift() ?? 0;
          const line = idle.pop();
          const due = since + (at * 1000) / rate;
          line?.send(requests[at % requests.length] ?? Buffer.alloc(0), () => {
            times[at] = performance.now() - due;
            idle.push(line);
            finished += 1;
            if (finished === count) resolve();
            else give();
          });
        }
      };
      const tick = (): void => {
        const due = Math.min(count, Math.floor(((performance.now() - since) * rate) / 1000));
        for (; sent < due; sent += 1) waiting.push(sent);
        give();
        if (sent < count) setTimeout(tick, 1);
      };
      tick();
    });
    return { seconds: (performance.now() - since) / 1000, times };
  });

/** The time that this share of requests kept below. */
export const percentile = ({ times }: Measured, share: number): number =>
  times.toSorted()[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
