/** A request to a route, whatever server it came through. */
export interface Incoming {
  readonly method: string;
  /** Path and query, or the whole address. */
  readonly url: string;
  readonly header: (name: string) => string | undefined;
  /** The other end's address; undefined where there is no socket. */
  readonly address: string | undefined;
  /** What stands in the path, by the names of the route. */
  readonly params: Readonly<Record<string, string>>;
  /** Bytes of the body. Throws `too-large`, and `invalid-json` where they break off. */
  readonly bytes: () => Promise<Uint8Array>;
}
