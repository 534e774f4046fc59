import { ask, remove } from './ask.js';

/** @import { components } from '@plumbline/client' */
/** @typedef {components['schemas']} Schemas */

const most = 1000;

/** @param {string} business */
const of = (business) => `businesses/${encodeURIComponent(business)}`;

/**
 * Every item of a list that comes in pages.
 *
 * @template Item
 * @param {string} path with at least one parameter
 * @returns {Promise<readonly Item[]>}
 */
const everyItem = async (path) => {
  /** @type {Item[]} */
  const found = [];
  /** @type {string | null} */
  let after = null;
  do {
    /** @type {{ readonly items: readonly Item[], readonly next: string | null }} */
    const page = await ask(
      `${path}&limit=${most}${after === null ? '' : `&after=${encodeURIComponent(after)}`}`,
    );
    found.push(...page.items);
    after = page.next;
  } while (after !== null);
  return found;
};

/** @returns {Promise<Schemas['Me']>} */
export const me = () => ask('me');

/** @returns {Promise<readonly Schemas['Business'][]>} */
export const businesses = () => everyItem('businesses?');

/**
 * @param {string} business
 * @returns {Promise<Schemas['Business']>}
 */
export const businessNamed = (business) => ask(of(business));

/**
 * @param {string} business
 * @returns {Promise<Schemas['Matrix']>}
 */
export const matrix = (business) => ask(`${of(business)}/matrix`);

/**
 * What does not stand well now, seen by somebody or not.
 *
 * @param {string} business
 * @returns {Promise<readonly Schemas['Alert'][]>}
 */
export const standingAlerts = async (business) => {
  /** @type {(readonly Schemas['Alert'][])[]} */
  const lists = await Promise.all(
    ['open', 'acknowledged'].map((state) => everyItem(`${of(business)}/alerts?state=${state}`)),
  );
  return lists.flat();
};

/**
 * @param {string} business
 * @param {string} alert
 * @param {{ readonly by: string, readonly comment?: string }} body
 * @returns {Promise<Schemas['Alert']>}
 */
export const acknowledge = (business, alert, body) =>
  ask(`${of(business)}/alerts/${encodeURIComponent(alert)}/acknowledge`, { body });

/** @typedef {{ readonly id: string, readonly title: string, readonly days: number }} Practice */
/**
 * @typedef {object} Promised
 * @property {string} value
 * @property {string} promise
 * @property {boolean} waivable
 * @property {readonly Practice[]} practices
 */

/**
 * What each promise says, by the ids of its value and of itself.
 *
 * @param {string} business
 * @returns {Promise<ReadonlyMap<string, Promised>>}
 */
export const promises = async (business) => {
  /** @type {{ readonly profile: Schemas['Profile'] }} */
  const { profile } = await ask(`${of(business)}/profile`);
  return new Map(
    (profile.values ?? []).flatMap(({ id, title, commitments }) =>
      (commitments ?? []).map((each) => [
        `${id}/${each.id}`,
        {
          value: title,
          promise: each.promise,
          waivable: each.waivers !== 'forbidden',
          practices: (each.practices ?? []).map((one) => ({
            id: one.id,
            title: one.title,
            days: one.validForDays ?? 365,
          })),
        },
      ]),
    ),
  );
};

/** @typedef {{ readonly source: string, readonly id: string }} FlowAddress */

/** @param {string} business @param {FlowAddress} flow */
const ofFlow = (business, { source, id }) =>
  `${of(business)}/flows/${encodeURIComponent(source)}/${encodeURIComponent(id)}`;

/**
 * @param {string} business
 * @param {FlowAddress} flow
 * @returns {Promise<Schemas['FlowDetail']>}
 */
export const flowAt = (business, flow) => ask(ofFlow(business, flow));

/**
 * @param {string} business
 * @param {FlowAddress} flow
 * @param {number} limit
 * @returns {Promise<Schemas['HistoryPage']>}
 */
export const history = (business, flow, limit) => ask(`${ofFlow(business, flow)}/history?limit=${limit}`);

/**
 * @param {string} business
 * @returns {Promise<readonly Schemas['Approval'][]>}
 */
export const openApprovals = (business) => everyItem(`${of(business)}/approvals?state=open`);

/** @param {string} business @param {string} approval */
const ofApproval = (business, approval) => `${of(business)}/approvals/${encodeURIComponent(approval)}`;

/**
 * @param {string} business
 * @param {string} approval
 * @returns {Promise<Schemas['ApprovalDetail']>}
 */
export const approvalAt = (business, approval) => ask(ofApproval(business, approval));

/**
 * @param {string} business
 * @param {string} approval
 * @param {Schemas['AnswerApproval']} body
 * @returns {Promise<Schemas['ApprovalDetail']>}
 */
export const answer = (business, approval, body) => ask(`${ofApproval(business, approval)}/answer`, { body });

/**
 * @param {string} business
 * @returns {Promise<readonly Schemas['Handover'][]>}
 */
export const openHandovers = (business) => everyItem(`${of(business)}/handovers?state=open`);

/** @param {string} business @param {string} handover */
const ofHandover = (business, handover) => `${of(business)}/handovers/${encodeURIComponent(handover)}`;

/**
 * @param {string} business
 * @param {string} handover
 * @returns {Promise<Schemas['HandoverDetail']>}
 */
export const handoverAt = (business, handover) => ask(ofHandover(business, handover));

/**
 * @param {string} business
 * @param {string} handover
 * @param {{ readonly by: string, readonly comment?: string }} body
 * @returns {Promise<Schemas['HandoverDetail']>}
 */
export const close = (business, handover, body) => ask(`${ofHandover(business, handover)}/close`, { body });

/**
 * @param {string} business
 * @param {FlowAddress} flow
 * @param {Schemas['AttestAnswer']} body
 * @returns {Promise<Schemas['Oversight']>}
 */
export const attest = (business, flow, body) => ask(`${ofFlow(business, flow)}/attestations`, { body });

/**
 * @param {string} business
 * @param {FlowAddress} flow
 * @param {Schemas['WaiveFault']} body
 * @returns {Promise<Schemas['Oversight']>}
 */
export const waive = (business, flow, body) => ask(`${ofFlow(business, flow)}/waivers`, { body });

/**
 * @param {string} business
 * @param {FlowAddress} flow
 * @param {Schemas['SignOff']} body
 * @returns {Promise<Schemas['Oversight']>}
 */
export const signOff = (business, flow, body) => ask(`${ofFlow(business, flow)}/sign-off`, { body });

/**
 * @param {string} business
 * @param {string} practice
 * @param {Schemas['AttestPractice']} body
 * @returns {Promise<Schemas['Oversight']>}
 */
export const vouch = (business, practice, body) =>
  ask(`${of(business)}/practices/${encodeURIComponent(practice)}/attestations`, { body });

/**
 * @param {string} business
 * @param {string} oversight
 * @returns {Promise<void>}
 */
export const takeBack = (business, oversight) =>
  remove(`${of(business)}/oversight/${encodeURIComponent(oversight)}`);

/**
 * @param {string} business
 * @param {string} alert
 * @param {Schemas['SnoozeAlert']} body
 * @returns {Promise<Schemas['Alert']>}
 */
export const snooze = (business, alert, body) =>
  ask(`${of(business)}/alerts/${encodeURIComponent(alert)}/snooze`, { body });
