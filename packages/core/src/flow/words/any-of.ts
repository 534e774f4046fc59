/** Any of these words or plain patterns, whatever their case; every one must take time that grows with the text only. */
export const anyOf = (...words: readonly string[]): RegExp => new RegExp(`(?:${words.join('|')})`, 'i');
