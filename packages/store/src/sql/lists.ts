/** A cursor of two parts as text; one that nobody made stands before everything. */
export const cursorParts = (cursor: string | undefined): readonly [string, string] => {
  try {
    const parts: unknown = JSON.parse(cursor ?? '[]');
    if (Array.isArray(parts) && parts.length === 2) return [String(parts[0]), String(parts[1])];
  } catch {
    // Falls through: a cursor comes from outside and may be anything.
  }
  return ['', ''];
};

/** A list cut at powers of two, so that statements over lists come in few lengths and stay prepared. */
export const inPowers = <T>(list: readonly T[], most = 64): readonly (readonly T[])[] => {
  const result: (readonly T[])[] = [];
  for (let at = 0; at < list.length; ) {
    let size = most;
    while (size > list.length - at) size /= 2;
    result.push(list.slice(at, at + size));
    at += size;
  }
  return result;
};
