/**
 * `source` with every `{{ ... }}` replaced by `by`; an opening without an end stays. A loop and no pattern: a pattern
 * looks for the end again from every opening.
 */
export const replaceExpressions = (source: string, by: string): string => {
  let open = source.indexOf('{{');
  if (open === -1) return source;
  let result = '';
  let from = 0;
  while (open !== -1) {
    const close = source.indexOf('}}', open + 2);
    if (close === -1) break;
    result += source.slice(from, open) + by;
    from = close + 2;
    open = source.indexOf('{{', from);
  }
  return result + source.slice(from);
};
