export const whenDownChoices = ['publish', 'refuse'] as const;
/** What becomes of a publication when Plumbline gives no verdict. */
export type WhenDown = (typeof whenDownChoices)[number];

const outage: Readonly<Record<WhenDown, readonly string[]>> = {
  publish: [
    'it is published all the same, a line in the log of n8n says so, and Plumbline',
    'gets to know of it as soon as it can be reached again. It then judges what runs.',
  ],
  refuse: [
    'nothing is published: whoever tries is told why. What runs already goes on',
    'running, and saving works as ever.',
  ],
};

/** The comment at the head of the hook file: what it does, what it needs, what happens when Plumbline is down. */
export const hookHeader = (whenDown: WhenDown): readonly string[] =>
  [
    'Plumbline at the publishing of n8n. Written by `plumbline n8n hook`; write it anew rather than changing it.',
    '',
    'Set in the environment of n8n:',
    '  EXTERNAL_HOOK_FILES=<absolute path of this file>',
    '  PLUMBLINE_URL       address of Plumbline, e.g. http://127.0.0.1:4777',
    '  PLUMBLINE_KEY       a key of this business with the scope `gate`, which may do no more than this file does',
    '  PLUMBLINE_BUSINESS  id of the business',
    '  PLUMBLINE_SOURCE    `n8n` unless you have several: then `n8n-` and a name',
    '',
    'Saving: what there is of the workflow is reported to Plumbline afterwards; saving never waits for it.',
    'Publishing: Plumbline is asked, and has 2 seconds. Where a promise would be broken that the profile of values',
    'holds at `block`, n8n refuses in Plumbline’s words, and the version that was live stays live.',
    'An n8n that stops the old version before it asks, such as 2.8, has it started again a moment later.',
    'Starting n8n publishes nothing, so nothing is asked then: what is live stays live.',
    '',
    `When Plumbline gives no verdict (down, too slow, not set up, an answer that is none), --when-down ${whenDown}:`,
    ...outage[whenDown],
    '',
    'Not seen here: `n8n publish:workflow` on the command line, and changes made in the database. They are reported',
    'when n8n starts next.',
  ].map((line) => `// ${line}`.trimEnd());
