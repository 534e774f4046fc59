import type { Text } from './flow.ts';
import { customerField } from './words/words.ts';

const settings = /config|settings?\b|setup|preference|\bvars?\b|variables|constants|parameters/i;

/** An address that stands in the flow's own settings is one of the business, unless it is called a customer's. */
export const isSetting = (texts: readonly Text[]): boolean => {
  const refs = texts.flatMap((text) => text.refs.filter(({ from }) => from === 'step'));
  return (
    refs.length > 0 &&
    refs.every(({ step, path }) => settings.test(step) && path !== '' && !customerField.test(path))
  );
};
