/** Where a sentence ends: before the next one, or before a name in backticks. */
const stop = /[.!?] (?=\p{Lu}|$)/u;

/** The first sentence of a text; a full stop inside a step's name, which stands in backticks, ends none. */
export const firstSentence = (text: string): string => {
  const parts = text.split('`');
  for (let at = 0; at < parts.length; at += 2) {
    const cut = (parts[at] ?? '').search(stop);
    if (cut !== -1) return [...parts.slice(0, at), (parts[at] ?? '').slice(0, cut + 1)].join('`');
  }
  return text;
};
