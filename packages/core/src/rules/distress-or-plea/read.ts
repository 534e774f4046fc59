import { distressWords, pleaWords } from './words.ts';

const all = (lists: Readonly<Record<string, readonly string[]>>): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${Object.values(lists).flat().join('|')})(?![\\p{L}\\p{N}])`, 'gu');

const distress = all(distressWords);
const plea = all(pleaWords);

/** What turns a wish into its opposite, just before it: "no need to speak to a person". */
const denial =
  /(?:\bno need|\bneedn't|\bnot|n't|\bwithout|\bnever|\bnicht|\bohne|\bsans|\bpas|\bsin|\bsem|\bsenza|\bniet|\bhoeft geen)\s+(?:\S{1,20}\s+){0,3}$/u;

const found = (pattern: RegExp, text: string, denied: RegExp | null): string | null => {
  for (const match of text.matchAll(pattern)) {
    if (denied?.test(text.slice(Math.max(0, match.index - 50), match.index))) continue;
    const words = match[0].trim();
    return words.length > 60 ? `${words.slice(0, 57)}…` : words;
  }
  return null;
};

/** The words of distress, or null. `text` in small letters. */
export const distressIn = (text: string): string | null => found(distress, text, null);

/** The words that ask for a person, or null. `text` in small letters. */
export const pleaIn = (text: string): string | null => found(plea, text, denial);

const letter = /\p{L}/gu;
const latin = /\p{Script=Latin}/gu;

/** Are the letters such as the lists are written in? A text without letters has nothing to read. */
export const readable = (text: string): boolean => {
  const letters = text.match(letter)?.length ?? 0;
  return letters === 0 || (text.match(latin)?.length ?? 0) * 2 >= letters;
};
