import { checkById, type Preset } from '@plumbline/core';
import { Document, isMap, isScalar, isSeq, visit, type YAMLMap } from 'yaml';

const head = ` What this business values, what it promises, and how strictly each promise holds.
 Change every word of it: the promises should sound like you.

   Test this file:   plumbline profile validate <this file>
   Use it:           plumbline check <folder with workflows> --profile <this file>
   All checks:       plumbline explain

 enforcement says what happens when an automation breaks a promise:
   observe   it is shown, nothing more
   warn      it should be changed
   approve   it needs your sign-off before it runs
   block     it must not run`;

const people = ` The people automations may hand over to, and where they are reached.
 An address or channel that stands here counts as one of you. For example:

   people:
     - name: Maria
       role: owner
       reach: [maria@shop.example, "#help"]
`;

const about: Readonly<Record<string, string>> = {
  values: ' Your values. Under each: the promises that follow from it.',
  practices: ' What only people can vouch for; asked for again after validForDays.',
  onUnknown: ' Where a file cannot tell: refuse to publish instead of asking.',
  alreadyLive: ' A fault that what runs has too keeps an edit from being published.',
  waivers: ' Nobody may accept a breach of this promise.',
};

const annotate = (map: YAMLMap, told: Set<string>): void => {
  for (const pair of map.items) {
    if (!isScalar(pair.key)) continue;
    const key = String(pair.key.value);
    const comment = about[key];
    if (comment !== undefined && !told.has(key)) {
      told.add(key);
      pair.key.commentBefore = comment;
    }
    if (key === 'values') pair.key.spaceBefore = true;
    if (key === 'check' && isScalar(pair.value)) {
      const title = checkById(String(pair.value.value))?.meta.title;
      if (title !== undefined) pair.value.comment = ` ${title}`;
    }
  }
};

/** A preset as a YAML file that explains itself. */
export const profileYaml = (preset: Preset): string => {
  const document = new Document({ ...preset.profile });
  document.commentBefore = head;
  const told = new Set<string>();
  visit(document, {
    Map: (_, map) => annotate(map, told),
    Pair: (_, pair) => {
      if (!isScalar(pair.key) || !isSeq(pair.value)) return;
      if (pair.key.value === 'appliesTo' || pair.key.value === 'reach') pair.value.flow = true;
      if (pair.key.value !== 'values') return;
      for (const value of pair.value.items.slice(1)) if (isMap(value)) value.spaceBefore = true;
    },
  });
  const root = document.contents;
  if (isMap(root)) {
    const values = root.items.find((pair) => isScalar(pair.key) && pair.key.value === 'values');
    // `people` is empty in a preset; the place to fill it in is shown as a comment.
    if (values !== undefined && isScalar(values.key))
      values.key.commentBefore = `${people}\n${about['values']}`;
  }
  return document.toString({ lineWidth: 110 });
};
