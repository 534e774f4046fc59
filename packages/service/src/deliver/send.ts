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

/** One letter to people of the business. */
export interface Letter {
  /** Stays the same over attempts, so that a repeated one can be told. */
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Hands a letter to a mail server and gives how that went, in the numbers of SMTP; never throws. */
export type Mail = (letter: Letter) => Promise<Sent>;

/** What is to be sent now, or why nothing is: `never` may be put right and tried again, `needless` is done with. */
export type Ready =
  | { readonly call: Outgoing }
  | { readonly letter: Letter }
  | { readonly never: string }
  | { readonly needless: string };
