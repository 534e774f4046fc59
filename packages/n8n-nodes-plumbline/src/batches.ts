/** Most questions in one request. */
const most = 1000;
/** Most characters of JSON in one request: the API reads five million bytes, and a character may be four of them. */
const largest = 1_200_000;

/** The same list in pieces that one request each can carry, in order. */
export const batches = <T>(list: readonly T[]): readonly (readonly T[])[] => {
  const pieces: T[][] = [];
  let piece: T[] = [];
  let size = 0;
  for (const each of list) {
    const own = JSON.stringify(each).length + 1;
    if (piece.length > 0 && (piece.length === most || size + own > largest)) {
      pieces.push(piece);
      piece = [];
      size = 0;
    }
    piece.push(each);
    size += own;
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
};
