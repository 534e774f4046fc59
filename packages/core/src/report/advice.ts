const lastStop = /[.!?] (?=\p{Lu})(?!.*[.!?] \p{Lu})/u;

/** What is wrong, and the last sentence, which says what to do; a full stop inside a step's name ends no sentence. */
export const splitAdvice = (text: string): readonly [string, string] => {
  const parts = text.split('`');
  for (let at = parts.length - 1 - ((parts.length - 1) % 2); at >= 0; at -= 2) {
    const cut = (parts[at] ?? '').search(lastStop);
    if (cut === -1) continue;
    const before = [...parts.slice(0, at), (parts[at] ?? '').slice(0, cut + 1)].join('`');
    return [before, [(parts[at] ?? '').slice(cut + 2), ...parts.slice(at + 1)].join('`')];
  }
  return [text, ''];
};
