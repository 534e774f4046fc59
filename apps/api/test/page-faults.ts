import type { Page } from '../../../scripts/services/browser.ts';

/**
 * What would keep somebody from using a page: run in the browser, as a text, for these sources know no DOM. Looks at the
 * language, the title, the order of headings, names of fields and buttons, ids, and the contrast of texts.
 */
const look = `(() => {
  const faults = [];
  const shown = (each) => each.checkVisibility({ visibilityProperty: true });
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
  if (document.documentElement.lang !== 'en') faults.push('no language');
  if (document.title === '') faults.push('no title');
  if (all('main').length !== 1) faults.push('not one main');
  const levels = all('h1,h2,h3,h4').map((each) => Number(each.tagName[1]));
  if (levels.filter((level) => level === 1).length !== 1) faults.push('not one h1');
  levels.forEach((level, at) => {
    if (level > (levels[at - 1] ?? 0) + 1) faults.push('a heading of level ' + level + ' after ' + levels[at - 1]);
  });
  for (const field of all('input,textarea,select'))
    if ((field.labels?.[0]?.textContent ?? '') === '') faults.push('a field without a label: ' + field.outerHTML);
  for (const each of all('button,a'))
    if (each.textContent.trim() === '') faults.push('without a name: ' + each.outerHTML);
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  if (new Set(ids).size < ids.length) faults.push('an id twice');
  for (const each of document.querySelectorAll('[aria-describedby],[aria-labelledby],[aria-controls]'))
    for (const name of ['aria-describedby', 'aria-labelledby', 'aria-controls'])
      if (each.hasAttribute(name) && !ids.includes(each.getAttribute(name))) faults.push(name + ' leads nowhere');
  if (document.querySelector('img,iframe,main script,main style') !== null) faults.push('markup of somebody else');

  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 3294.6 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (each) => {
    for (let at = each; at !== null; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (/^rgb\\(/.test(colour)) return parts(colour);
    }
    return [255, 255, 255];
  };
  for (const each of all('body *')) {
    const own = [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    if (!own || each.closest('[disabled]') !== null) continue;
    const [a, b] = [light(parts(getComputedStyle(each).color)), light(behind(each))].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    if (contrast < 4.5) faults.push('contrast ' + contrast.toFixed(2) + ': ' + each.textContent.slice(0, 40));
  }
  return faults;
})()`;

/** What is wrong with the page as it stands, in words; empty where nothing is. */
export const faultsOf = async (page: Page): Promise<readonly string[]> => page.evaluate(look);
