const wellFormed = /^[A-Za-z0-9._-]{1,100}$/;

/** The caller's own request id, if it can stand in a log and a header as it is. */
export const givenRequestId = (header: string | undefined): string | undefined =>
  header !== undefined && wellFormed.test(header) ? header : undefined;
