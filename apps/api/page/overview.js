import { alertCard } from './alert.js';
import { element, name, part, sentence, when } from './elements.js';
import { matrix, openApprovals, openHandovers, standingAlerts } from './reads.js';
import { addressOf } from './seen.js';
import { actionWords, labels, standings, worstFirst } from './words.js';

/** @import { Schemas } from './reads.js' */
/** @import { Seen } from './seen.js' */

/**
 * How a flow stands to each value that it touches.
 *
 * @param {readonly Schemas['Cell'][]} cells
 * @param {ReadonlyMap<string, string>} titles
 */
export const chips = (cells, titles) => {
  const touched = cells.filter(({ label }) => label !== 'not-touched');
  if (touched.length === 0) return null;
  return element(
    'ul',
    { class: 'chips', 'aria-label': 'What you value' },
    ...touched.map(({ value, label }) => {
      const { sign, words } = labels[label];
      const title = name(titles.get(value) ?? value);
      return element(
        'li',
        { class: `chip ${label}` },
        element('span', { 'aria-hidden': 'true' }, `${sign} `),
        title,
        `: ${words}`,
      );
    }),
  );
};

/**
 * @param {string} business
 * @param {Schemas['MatrixRow']} row
 * @param {ReadonlyMap<string, string>} titles
 */
const flowCard = (business, row, titles) => {
  const { short, card } = standings[row.standing];
  const href = addressOf(business, { flow: `${row.source}/${row.id}` });
  const draft =
    row.draft === null
      ? ''
      : ` A draft of it is waiting: ${standings[row.draft.standing].short.toLowerCase()}.`;
  const remark = `${row.state === 'draft' ? 'A draft, it does not run.' : ''}${draft}`.trim();
  return element(
    'li',
    { class: card },
    element('h3', {}, element('a', { href }, name(row.name))),
    element('p', { class: row.standing }, short),
    remark === '' ? null : element('p', { class: 'about' }, remark),
    chips(row.cells, titles),
  );
};

/** @param {string} business @param {Schemas['Approval']} approval */
const approvalCard = (business, approval) =>
  element(
    'li',
    { class: 'card ask' },
    element(
      'h3',
      {},
      element('a', { href: addressOf(business, { approval: approval.id }) }, sentence(actionWords(approval))),
    ),
    element('p', {}, sentence(approval.message)),
    element('p', { class: 'about' }, 'Until ', when(approval.until)),
  );

/** @param {string} business @param {Schemas['Handover']} handover */
const handoverCard = (business, handover) =>
  element(
    'li',
    { class: 'card ask' },
    element(
      'h3',
      {},
      element(
        'a',
        { href: addressOf(business, { handover: handover.id }) },
        'A customer waits for one of you',
      ),
    ),
    element('p', { class: 'about' }, 'Since ', when(handover.createdAt)),
  );

/** @param {Seen} seen @param {Schemas['Alert']} alert */
const alertLine = (seen, alert) => {
  const flow = /^flow (.+)$/.exec(alert.subject)?.[1];
  // What is about no flow has no page of its own.
  if (flow === undefined) return element('li', {}, alertCard(seen, alert));
  return element(
    'li',
    { class: 'card bad' },
    element(
      'h3',
      {},
      element('a', { href: addressOf(seen.business.id, { flow }) }, ...sentence(alert.title)),
    ),
    element(
      'p',
      { class: 'about' },
      'Since ',
      when(alert.since),
      alert.state === 'acknowledged' ? `. ${alert.by ?? 'Somebody'} has seen it.` : '',
    ),
  );
};

/** @param {Schemas['Matrix']} found */
const lead = ({ profile, flows, evaluation: { missing, failed } }) => {
  if (profile === null)
    return 'This business has not said yet what it stands for, so its automations cannot be judged.';
  if (flows.length === 0) return 'There are no automations yet.';
  return [
    'How your automations stand to what you promised, worst first.',
    ...(missing > 0 ? [` ${missing} of them ${missing === 1 ? 'is' : 'are'} still being judged.`] : []),
    ...(failed > 0 ? [` ${failed} could not be judged by a fault of ours.`] : []),
  ].join('');
};

/** @param {readonly HTMLElement[]} cards */
const list = (cards) => element('ul', { class: 'cards' }, ...cards);

/**
 * Everything of a business: what waits for somebody, what does not stand well, and how each automation stands.
 *
 * @param {Seen} seen
 */
export const overview = async (seen) => {
  const { business } = seen;
  const [found, alerts, approvals, handovers] = await Promise.all([
    matrix(business.id),
    standingAlerts(business.id),
    openApprovals(business.id),
    openHandovers(business.id),
  ]);
  const titles = new Map(found.values.map(({ id, title }) => [id, title]));
  const flows = found.flows.toSorted(
    (a, b) => worstFirst(a.standing, b.standing) || a.name.localeCompare(b.name),
  );
  const waiting = [
    ...handovers.map((each) => handoverCard(business.id, each)),
    ...approvals.map((each) => approvalCard(business.id, each)),
  ];
  return [
    element('h1', { tabindex: '-1' }, name(business.name)),
    element('p', { class: 'lead' }, lead(found)),
    waiting.length === 0 ? null : part('What waits for you', list(waiting)),
    part(
      'Alerts',
      alerts.length === 0
        ? element('p', { class: 'none' }, 'None.')
        : list(alerts.map((each) => alertLine(seen, each))),
    ),
    flows.length === 0
      ? null
      : part('Your automations', list(flows.map((row) => flowCard(business.id, row, titles)))),
  ];
};
