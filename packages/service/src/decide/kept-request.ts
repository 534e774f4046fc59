import type { Content, DecisionRequest } from '@plumbline/core';

/** What of a request belongs to people and is kept encrypted only, for a time. */
export interface Sealed {
  readonly content?: Content | null | undefined;
  /** Only while a person has to decide, who must know whom it reaches. */
  readonly address?: string | null | undefined;
}

/** A request without content and address, as it is kept in the clear. Rules never look at the address itself. */
export const openPart = ({ content: _, recipient, ...rest }: DecisionRequest): DecisionRequest => {
  if (recipient === null || recipient === undefined) return rest;
  const { address: __, ...who } = recipient;
  return Object.keys(who).length === 0 ? rest : { ...rest, recipient: who };
};

/** The part to encrypt; null where there is nothing. */
export const sealedPart = ({ content, recipient }: DecisionRequest, withAddress: boolean): Sealed | null => {
  const address = withAddress ? (recipient?.address ?? undefined) : undefined;
  const has = content !== null && content !== undefined && Object.keys(content).length > 0;
  if (!has && address === undefined) return null;
  return { ...(has ? { content } : {}), ...(address === undefined ? {} : { address }) };
};

/** The request as a rule sees it, put together again. */
export const rejoined = (open: DecisionRequest, sealed: Sealed | null): DecisionRequest =>
  sealed?.content === undefined ? open : { ...open, content: sealed.content };
