const bearer = /^bearer ([^ ]+)$/i;

/** The secret in an `Authorization` header; an empty text for a header of another form, undefined without one. */
export const bearerSecret = (header: string | undefined): string | undefined =>
  header === undefined ? undefined : (bearer.exec(header.trim())?.[1] ?? '');
