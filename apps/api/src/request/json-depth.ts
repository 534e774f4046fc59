const quote = 34;
const backslash = 92;

/**
 * Whether valid JSON text nests deeper than `most` levels. Workflows do not; what does would overflow the stack of
 * whoever walks it. One pass over the text.
 */
export const nestsDeeperThan = (text: string, most: number): boolean => {
  if (text.length < most * 2) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      for (at += 1; at < text.length && text.charCodeAt(at) !== quote; at += 1) {
        if (text.charCodeAt(at) === backslash) at += 1;
      }
    } else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > most) return true;
    } else if (code === 93 || code === 125) depth -= 1;
  }
  return false;
};
