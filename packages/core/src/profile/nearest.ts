/** Letters to change, add, drop or swap to get from one word to another; stops counting beyond `most`. */
const distance = (from: string, to: string, most: number): number => {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      let least = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[to.length] ?? most + 1;
};

/** One is the other with a syllable before it, which mostly turns it round: `unpublished` is no slip for `published`. */
const isTurnedRound = (one: string, other: string): boolean =>
  Math.abs(one.length - other.length) > 1 && (one.endsWith(other) || other.endsWith(one));

/** The word somebody most likely meant; `undefined` where none is near, or the word is right but not here. */
export const nearest = (word: string, words: Iterable<string>): string | undefined => {
  const most = Math.max(1, Math.floor(Math.min(word.length, 40) * 0.4));
  let best: string | undefined;
  let least = most + 1;
  if (word.length > 80) return undefined;
  const known = [...words];
  if (known.includes(word)) return undefined;
  for (const each of known) {
    if (isTurnedRound(word.toLowerCase(), each.toLowerCase())) continue;
    const far = distance(word.toLowerCase(), each.toLowerCase(), most);
    if (far < least) {
      best = each;
      least = far;
    }
  }
  if (best !== undefined || word.length < 3) return best;
  // Half a word, or one with an ending too many.
  const near = known.filter((each) => each.startsWith(word) || word.startsWith(each));
  return near.length === 1 ? near[0] : undefined;
};

/** ` Did you mean "warn"?`, or nothing. */
export const didYouMean = (word: string, words: Iterable<string>): string => {
  const meant = nearest(word, words);
  return meant === undefined ? '' : ` Did you mean "${meant}"?`;
};
