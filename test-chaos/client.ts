/** Asks over HTTP as a caller would that is cut off now and then. */

interface Answered {
  /** null: the connection broke, so nobody knows what became of it. */
  readonly status: number | null;
  readonly json: unknown;
}

export interface Client {
  readonly ask: (method: string, path: string, json?: unknown, idempotencyKey?: string) => Promise<Answered>;
  /** Asks until there is an answer that is no 503; whatever it asks for must bear being done twice. */
  readonly insist: (method: string, path: string, json?: unknown) => Promise<Answered>;
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export const clientOf = (url: string, key: string): Client => {
  const ask: Client['ask'] = async (method, path, json, idempotencyKey) => {
    try {
      const response = await fetch(url + path, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          'content-type': 'application/json',
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        signal: AbortSignal.timeout(60_000),
      });
      const text = await response.text();
      return { status: response.status, json: text === '' ? null : (JSON.parse(text) as unknown) };
    } catch {
      return { status: null, json: null };
    }
  };
  return {
    ask,
    insist: async (method, path, json) => {
      for (;;) {
        const answered = await ask(method, path, json);
        if (answered.status !== null && answered.status !== 503) return answered;
        await pause(50);
      }
    },
  };
};

/** Waits until `holds` says so. Throws with what it said last when it takes longer than `seconds`. */
export const until = async (
  what: string,
  seconds: number,
  holds: () => Promise<true | string>,
): Promise<void> => {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const said = await holds();
    if (said === true) return;
    if (performance.now() > end) throw new Error(`Not in ${seconds} s: ${what}. Last: ${said}`);
    await pause(250);
  }
};
