/** Does any match of the global `pattern` pass? Stops there. `matchAll` would make a copy of the pattern each time. */
export const someMatch = (
  pattern: RegExp,
  text: string,
  passes: (match: RegExpExecArray) => boolean,
): boolean => {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const next = match[0] === '' ? pattern.lastIndex + 1 : pattern.lastIndex;
    if (passes(match)) {
      pattern.lastIndex = 0;
      return true;
    }
    pattern.lastIndex = next;
  }
  return false;
};

/** Every match of the global `pattern`. */
export const matchesOf = (pattern: RegExp, text: string): readonly RegExpExecArray[] => {
  const found: RegExpExecArray[] = [];
  someMatch(pattern, text, (match) => {
    found.push(match);
    return false;
  });
  return found;
};
