/**
 * Postgres takes no U+0000 in a text, and names may hold one: they come from anywhere. It is kept as two characters
 * that begin with U+FFFF, which stands for no character and is itself kept in the same way.
 */
const mark = '\uffff';
const nul = `${mark}0`;
const own = `${mark}1`;

export const toPostgres = (text: string): string =>
  text.includes('\0') || text.includes(mark) ? text.replaceAll(mark, own).replaceAll('\0', nul) : text;

export const fromPostgres = (text: string): string =>
  text.includes(mark) ? text.replaceAll(nul, '\0').replaceAll(own, mark) : text;
