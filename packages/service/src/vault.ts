/** Keeps what belongs to people unreadable for whoever has only the data. */
export interface Vault {
  /** Keyed hash: the same text in the same business gives the same one. */
  readonly pseudonym: (business: string, text: string) => string;
  /** Encrypts; `bound` names what it belongs to and has to be given again to open it. */
  readonly seal: (business: string, bound: string, text: string) => string;
  /** Throws where it was changed, belongs to something else, or was sealed under another key. */
  readonly open: (business: string, bound: string, sealed: string) => string;
}
