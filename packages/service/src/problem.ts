/** Everything that can go wrong, in one table: HTTP status, title, and how to fix it. */
export const problems = {
  'invalid-json': {
    status: 400,
    title: 'The body is not valid JSON',
    fix: 'Send JSON and name it `application/json`.',
  },
  'invalid-input': {
    status: 400,
    title: 'The request has the wrong shape',
    fix: 'Correct what `problems` names; the API description shows the shape.',
  },
  unauthenticated: {
    status: 401,
    title: 'A valid key is needed',
    fix: 'Send `Authorization: Bearer plb_...` with a key that has not been revoked.',
  },
  forbidden: {
    status: 403,
    title: 'This key may not do that',
    fix: 'Use a key with the scope that `detail` names; where it names people, have one of them answer.',
  },
  'not-found': {
    status: 404,
    title: 'There is no such thing',
    fix: 'Check the address. What a key may not see is answered like what does not exist.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address does not take that method',
    fix: 'See the API description for the methods of this address.',
  },
  conflict: {
    status: 409,
    title: 'There is one already',
    fix: 'Choose another id, or use the one that exists.',
  },
  'idempotency-conflict': {
    status: 409,
    title: 'This idempotency key was used for another request',
    fix: 'Use a new key for every new request, and the old one only to repeat the very same.',
  },
  'not-judged': {
    status: 409,
    title: 'Nothing can be said of this flow yet',
    fix: 'Put a values profile, wait until the flow is judged, and try again.',
  },
  'not-waivable': {
    status: 409,
    title: 'This promise does not let that be accepted',
    fix: 'Change the flow, have somebody else accept it, or ask the owner to change `waivers` of the promise.',
  },
  'already-answered': {
    status: 409,
    title: 'Somebody was quicker, or its time is over',
    fix: 'Look at the approval: the first answer counts, and silence has ended as `expired`.',
  },
  'already-closed': {
    status: 409,
    title: 'Somebody has seen to it already',
    fix: 'Look at the hand-over: it says who, when, and what they noted.',
  },
  'content-expired': {
    status: 410,
    title: 'The content is not kept any more',
    fix: 'The recorded answer with its reasons is still there: get the decision.',
  },
  'precondition-failed': {
    status: 412,
    title: 'It has changed in the meantime',
    fix: 'Read it again, make your change on top, and send the new `ETag` as `If-Match`.',
  },
  'too-large': {
    status: 413,
    title: 'The body is too large',
    fix: 'Send at most 5 MB; leave pinned data out of the export.',
  },
  'unsupported-media': {
    status: 415,
    title: 'The body is of a kind that is not read here',
    fix: 'Send `application/json`; `plumbline profile validate shop.yaml --format json` makes it of a profile in YAML.',
  },
  'edit-blocked': {
    status: 422,
    title: 'The new text breaks a promise that you set to block',
    fix: 'Change what `detail` names, or reject it. It still waits.',
  },
  'invalid-profile': {
    status: 422,
    title: 'The values profile cannot be used',
    fix: 'Correct what `problems` names.',
  },
  'no-workflow': {
    status: 422,
    title: 'This is no workflow that can be read',
    fix: 'Send a workflow as n8n exports it.',
  },
  'id-mismatch': {
    status: 422,
    title: 'The workflow carries another id than the address',
    fix: 'Put it under its own id, or take the id out of the workflow.',
  },
  'invalid-resume': {
    status: 422,
    title: 'This address may not be called back',
    fix: 'Have an admin register a connection for its origin and path, and name that connection.',
  },
  'no-mail-server': {
    status: 422,
    title: 'This Plumbline has no mail server',
    fix: 'Have whoever runs it set PLUMBLINE_SMTP_URL and PLUMBLINE_MAIL_FROM, or choose another channel.',
  },
  'address-refused': {
    status: 422,
    title: 'This address may not be called',
    fix: 'Use an address in the public internet, or have an admin register a connection for its origin with `allowPrivate`.',
  },
  'unknown-source': {
    status: 422,
    title: 'No reader for this source',
    fix: 'Use `n8n`, or `n8n-` and a name of your own if you have several.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side',
    fix: 'Try again; if it stays, report it with the request id.',
  },
  unavailable: {
    status: 503,
    title: 'The store cannot answer now',
    fix: 'Try again in a moment; the server log says why.',
  },
} as const satisfies Record<
  string,
  { readonly status: number; readonly title: string; readonly fix: string }
>;

export type ProblemCode = keyof typeof problems;

/** One thing to correct and where it stands, e.g. `profile.values[0].id`. */
export interface ProblemAt {
  readonly path: string;
  readonly message: string;
}

/** One place of the input that does not do, though its shape does. */
export const wrongInput = (path: string, message: string): Problem =>
  new Problem('invalid-input', `\`${path}\`: ${message}.`, [{ path, message }]);

/** The one error that use cases throw on purpose. `message` is the detail for whoever asked; it holds no secret. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly at: readonly ProblemAt[];
  constructor(code: ProblemCode, detail: string, at: readonly ProblemAt[] = []) {
    super(detail);
    this.name = 'Problem';
    this.code = code;
    this.at = at;
  }
}

export const notFound = (what: string): Problem => new Problem('not-found', `There is no such ${what}.`);
