import type { Step } from '../flow.ts';

/** What a piece of code gives the field `name`: the expression behind `name:` or `.name =`, up to the end of its line. */
export const codeGives = (step: Step, name: string): string | undefined => {
  if (!/^[\w$]{2,60}$/.test(name)) return undefined;
  let empty: string | undefined;
  for (const { text } of step.texts) {
    const { source } = text;
    for (let at = source.indexOf(name); at !== -1; at = source.indexOf(name, at + name.length)) {
      const before = source[at - 1] ?? ' ';
      if (/[\w$]/.test(before)) continue;
      const rest = source.slice(at + name.length, at + name.length + 300);
      const given = /^["']?\s*[:=](?![=>])\s*([^\n]{1,200})/.exec(rest)?.[1];
      // `let body = ''` only makes room; what it is given later counts.
      if (given !== undefined && !emptyValue.test(given)) return given;
      empty ??= given;
    }
  }
  return empty;
};

const emptyValue = /^(?:""|''|``|null|undefined|\[\]|\{\})\s*(?:[,;]\s*)?$/;

/** How the variable that an expression begins with was made, over a few steps: `sender = from.split(...)`, `from = $('Mail')...`. */
export const definitionOf = (step: Step | undefined, expression: string): string | undefined => {
  let made: string | undefined;
  let next: string | undefined = expression;
  for (let hops = 0; hops < 4; hops += 1) {
    next = oneDefinitionOf(step, next);
    if (next === undefined || made?.includes(next) === true) break;
    made = made === undefined ? next : `${made}\n${next}`;
    if (next.includes('$')) break;
  }
  return made;
};

export const oneDefinitionOf = (step: Step | undefined, expression: string): string | undefined => {
  const base = /^[A-Za-z_]\w*/.exec(expression)?.[0];
  if (step === undefined || base === undefined) return undefined;
  for (const { text } of step.texts) {
    const { source } = text;
    for (let at = source.indexOf(base); at !== -1; at = source.indexOf(base, at + base.length)) {
      if (!/(?:const|let|var)\s+$/.test(source.slice(Math.max(0, at - 8), at))) continue;
      const match = /^\s*=\s*([^\n;]{1,300})/.exec(source.slice(at + base.length, at + base.length + 320));
      if (match?.[1] !== undefined) return match[1];
    }
  }
  return undefined;
};

export const literalValue = /^(["'`])([^"'`\n]*)\1\s*[,;}]?/;
export const lastField = /\.([A-Za-z_]\w*)\s*(?:[,;})|?]|$)/;
