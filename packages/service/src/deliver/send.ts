/** One call to another program. */
export interface Outgoing {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The address may lie in a private network. */
  readonly allowPrivate: boolean;
}

export type Sent =
  | { readonly ok: true; readonly status: number }
  /** `refused`: never tried, and trying again will not help. */
  | { readonly ok: false; readonly refused: boolean; readonly reason: string };

/** Posts it and gives how that went; follows no redirect and never throws. */
export type Send = (call: Outgoing) => Promise<Sent>;
