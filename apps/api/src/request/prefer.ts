const wait = /(?:^|[,;])[ \t]*wait[ \t]*=[ \t]*"?([0-9]{1,4})"?[ \t]*(?=$|[,;])/i;

/** Seconds in `Prefer: wait=N` (RFC 7240); undefined where nothing, or nothing that can be read, is preferred. */
export const preferredWait = (header: string | undefined): number | undefined => {
  const seconds = header === undefined ? undefined : wait.exec(header)?.[1];
  return seconds === undefined ? undefined : Number(seconds);
};
