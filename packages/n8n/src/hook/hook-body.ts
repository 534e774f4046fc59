/**
 * The code of the hook file: CommonJS without dependencies, for the Node 20 of n8n 2.8 up to the Node 24 of n8n 2.41.
 * `whenDown` stands above it. It reads what is live from n8n's own database, which hooks are handed as `this`.
 */
export const hookBody = String.raw`
const setting = (name) => (process.env[name] || '').trim();
const url = setting('PLUMBLINE_URL').replace(/\/+$/, '');
const key = setting('PLUMBLINE_KEY');
const business = setting('PLUMBLINE_BUSINESS');
const source = setting('PLUMBLINE_SOURCE') || 'n8n';
const missing = ['PLUMBLINE_URL', 'PLUMBLINE_KEY', 'PLUMBLINE_BUSINESS'].filter((name) => setting(name) === '');

const patience = 2000;
const oneLine = (text) => String(text).replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ');
const warn = (text) => console.warn('Plumbline: ' + oneLine(text));
if (missing.length > 0) warn(missing.join(', ') + ' not set; nothing is reported and no verdict can be had.');

/** A fault that trying again does not mend. */
class Refused extends Error {}

const send = async (method, id, what, body, milliseconds) => {
  if (missing.length > 0) throw new Error(missing.join(', ') + ' not set in the environment of n8n');
  const path = ['v1', 'businesses', business, 'flows', source, String(id), what].map(encodeURIComponent).join('/');
  const answer = await fetch(url + '/' + path, {
    method,
    headers: { authorization: 'Bearer ' + key, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(milliseconds),
  });
  const text = await answer.text();
  if (answer.ok) return text;
  const words = 'it answered ' + answer.status + ' ' + oneLine(text).slice(0, 200);
  throw answer.status === 413 || answer.status === 422 ? new Refused(words) : new Error(words);
};

/** Only what judging needs: no pinned data, no static data. */
const version = (flow, of) => ({
  id: String(flow.id),
  name: flow.name,
  nodes: of.nodes || [],
  connections: of.connections || {},
  settings: flow.settings || {},
});

/** The workflow as n8n keeps it, with the version that runs; null if there is none, undefined if that cannot be told. */
const kept = async (flows, id) => {
  try {
    return await flows.findOne({ where: { id }, relations: ['activeVersion'] });
  } catch {
    return undefined;
  }
};
const liveOf = (row) => (row && row.activeVersion ? version(row, row.activeVersion) : null);

// What runs, by workflow. An older n8n, such as 2.8, writes the new version down and stops the old one before it asks, so
// only here it is still known what ran.
const running = new Map();
const remember = (row) => {
  if (row) running.set(String(row.id), { id: row.activeVersionId, live: liveOf(row) });
};

const reasonOf = (error) => {
  if (error && error.name === 'TimeoutError') return 'it did not answer within 2 seconds';
  return error && error.cause && error.cause.code ? String(error.cause.code) : String(error && error.message);
};

// Reports: ids of workflows to tell of. What is told is read when it is sent, so nothing goes out of date.
const waiting = new Set();
let flows;
let timer;
let pause = 1000;

const soon = (milliseconds) => {
  if (timer !== undefined || missing.length > 0) return;
  timer = setTimeout(flush, milliseconds);
  timer.unref();
};

const report = async (id) => {
  const row = await kept(flows, id);
  remember(row);
  if (row === undefined) throw new Refused('n8n does not say which version runs');
  const draft = row === null || row.isArchived === true ? null : version(row, row);
  await send('PUT', id, 'report', { live: liveOf(row), draft }, 10000);
};

const flush = async () => {
  timer = undefined;
  for (const id of [...waiting]) {
    waiting.delete(id);
    try {
      await report(id);
      pause = 1000;
    } catch (error) {
      if (error instanceof Refused) {
        warn('workflow ' + id + ' could not be reported: ' + error.message);
        continue;
      }
      waiting.add(id);
      if (pause === 1000) warn('not reached (' + reasonOf(error) + '); it is told again later.');
      pause = Math.min(pause * 2, 60000);
      soon(pause);
      return;
    }
  }
};

const tell = (context, id, milliseconds) => {
  if (id === undefined || id === null || !context || !context.dbCollections) return;
  flows = context.dbCollections.Workflow;
  waiting.add(String(id));
  soon(milliseconds);
};

const afterwards = function (workflow) {
  tell(this, workflow && typeof workflow === 'object' ? workflow.id : workflow, 300);
};

const repositoryOf = (context) => context && context.dbCollections && context.dbCollections.Workflow;

/** What ran until now, when one version is to take its place; undefined where that cannot be told. */
const ranBefore = async (context, workflow) => {
  const repository = repositoryOf(context);
  const row = repository ? await kept(repository, workflow.id) : undefined;
  if (!row) return row === null ? { id: null, live: null, stopped: false } : undefined;
  const stopped = Boolean(row.activeVersionId) && row.activeVersionId === workflow.activeVersionId;
  const known = running.get(String(workflow.id)) || { id: null, live: null };
  return stopped ? { ...known, stopped } : { id: row.activeVersionId, live: liveOf(row), stopped };
};

/** Starts again what an older n8n stopped before it asked; it undoes the publication a moment after the refusal. */
const putBack = (context, workflow, before) => {
  if (!before || !before.stopped || !before.id) return;
  // n8n changes what it handed over when it undoes the publication.
  const refused = workflow.activeVersionId;
  const again = async (left) => {
    const row = await kept(repositoryOf(context), workflow.id);
    if (row && row.activeVersionId === refused && left > 0) return later(left - 1);
    if (!row || row.activeVersionId) return;
    const { Container } = require.main.require('@n8n/di');
    const { ActiveWorkflowManager } = require.main.require('../dist/active-workflow-manager');
    await repositoryOf(context).update(workflow.id, { active: true, activeVersionId: before.id });
    await Container.get(ActiveWorkflowManager).add(workflow.id, 'activate');
  };
  const later = (left) => setTimeout(() => again(left).catch((error) => warn('"' + workflow.name + '" does not run any more; publish its last good version again (' + reasonOf(error) + ').')), 100);
  later(50);
};

const verdictOn = async (workflow, before) => {
  const candidate = version(workflow, workflow.activeVersion || workflow);
  const body = { workflow: candidate, ...(before === undefined ? {} : { live: before.live }) };
  const verdict = JSON.parse(await send('POST', workflow.id, 'gate', body, patience));
  if (verdict.answer === 'refuse' && typeof verdict.message === 'string') return verdict;
  if (verdict.answer === 'publish' || verdict.answer === 'no-policy') return verdict;
  throw new Error(verdict.answer === 'error' ? verdict.message : 'its answer is none that is known here');
};

const onPublishing = async function (workflow) {
  let verdict;
  const before = await ranBefore(this, workflow);
  try {
    verdict = await verdictOn(workflow, before);
  } catch (error) {
    const reason = oneLine(reasonOf(error));
    if (whenDown === 'refuse') {
      putBack(this, workflow, before);
      throw new Error('Not published: Plumbline gave no verdict (' + reason + '), and this n8n publishes nothing without one. Try again when Plumbline is back.');
    }
    warn('no verdict on "' + workflow.name + '" (' + reason + '); published all the same, and reported later.');
  }
  if (verdict && verdict.answer === 'refuse') {
    putBack(this, workflow, before);
    throw new Error(oneLine(verdict.message).slice(0, 2000));
  }
  remember(workflow);
  // n8n goes live a moment after this hook.
  const again = setTimeout(() => tell(this, workflow.id, 0), 3000);
  again.unref();
};

const onReady = async function () {
  try {
    const rows = await this.dbCollections.Workflow.find({ select: ['id', 'activeVersionId'] });
    for (const { id, activeVersionId } of rows) {
      if (activeVersionId) remember(await kept(this.dbCollections.Workflow, id));
      tell(this, id, 2000);
    }
  } catch (error) {
    warn('workflows could not be listed: ' + reasonOf(error));
  }
};

module.exports = {
  n8n: { ready: [onReady] },
  workflow: {
    activate: [onPublishing],
    afterCreate: [afterwards],
    afterUpdate: [afterwards],
    deactivate: [function (workflow) { running.delete(String(workflow.id)); tell(this, workflow.id, 3000); }],
    afterDelete: [afterwards],
    afterArchive: [afterwards],
    afterUnarchive: [afterwards],
  },
};
`;
