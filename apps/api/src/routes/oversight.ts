import {
  attestAnswer,
  attestBodySchema,
  attestPractice,
  attestPracticeBodySchema,
  businessIdSchema,
  getFlowInput,
  listFlowOversight,
  listFlowOversightInput,
  listOversight,
  listOversightInput,
  oversightPageSchema,
  oversightSchema,
  practiceAddress,
  revokeOversight,
  revokeOversightInput,
  signOffBodySchema,
  signOffFlow,
  waiveBodySchema,
  waiveFault,
} from '@plumbline/service';
import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';

const tag = 'Oversight';
const business = '/v1/businesses/{business}';
const flow = `${business}/flows/{source}/{id}`;
const params = getFlowInput;
const ofFlow = listFlowOversightInput.omit({ business: true, source: true, id: true, kind: true });

/** What people add to what was found. */
export const oversightRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: `${business}/oversight`,
    id: 'listOversight',
    tag,
    summary: 'List what people have added',
    description:
      'Sign-offs, answers, waivers and practices in one list, newest first: what holds, until when, what lapses soon, what has lapsed and why.',
    open: 'key',
    params: z.strictObject({ business: businessIdSchema }),
    query: listOversightInput.omit({ business: true }),
    answers: { 200: { description: 'A page of entries.', schema: oversightPageSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: address, query }) => ({
      status: 200,
      body: await listOversight({ ctx, input: { ...address, ...query } }),
    }),
  }),
  defineRoute({
    method: 'delete',
    path: `${business}/oversight/{oversight}`,
    id: 'revokeOversight',
    tag,
    summary: 'Take something back',
    description: 'It counts no more from now on, and stays in the list.',
    open: 'key',
    params: revokeOversightInput,
    answers: { 204: { description: 'Taken back.' } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => {
      await revokeOversight({ ctx, input });
      return { status: 204 };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${flow}/sign-off`,
    id: 'signOffFlow',
    tag,
    summary: 'Sign off a flow as it stands',
    description:
      'Drift is measured from here, and where a promise is at `approve` this version may be published. Name the `fingerprint` that was looked at, so that nothing else is signed.',
    open: 'key',
    params,
    body: signOffBodySchema,
    answers: { 201: { description: 'Signed off.', schema: oversightSchema } },
    problems: ['forbidden', 'not-found', 'not-judged', 'precondition-failed'],
    run: async ({ ctx, params: address, body }) => ({
      status: 201,
      body: await signOffFlow({ ctx, input: { ...address, ...body } }),
    }),
  }),
  defineRoute({
    method: 'get',
    path: `${flow}/attestations`,
    id: 'listAttestations',
    tag,
    summary: 'List the answers of people about a flow',
    open: 'key',
    params,
    query: ofFlow,
    answers: { 200: { description: 'A page of answers.', schema: oversightPageSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: address, query }) => ({
      status: 200,
      body: await listFlowOversight({ ctx, input: { ...address, ...query, kind: 'attestation' } }),
    }),
  }),
  defineRoute({
    method: 'post',
    path: `${flow}/attestations`,
    id: 'attestAnswer',
    tag,
    summary: 'Answer what the file cannot tell',
    description:
      'The answer of a named person to the question of one place. It counts as long as the part of the flow it speaks of stays as it is; an edit elsewhere keeps it.',
    open: 'key',
    params,
    body: attestBodySchema,
    answers: { 201: { description: 'Kept, and laid over what was found.', schema: oversightSchema } },
    problems: ['forbidden', 'not-found', 'not-judged', 'precondition-failed'],
    run: async ({ ctx, params: address, body }) => ({
      status: 201,
      body: await attestAnswer({ ctx, input: { ...address, ...body } }),
    }),
  }),
  defineRoute({
    method: 'get',
    path: `${flow}/waivers`,
    id: 'listWaivers',
    tag,
    summary: 'List the faults of a flow that were accepted',
    open: 'key',
    params,
    query: ofFlow,
    answers: { 200: { description: 'A page of waivers.', schema: oversightPageSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: address, query }) => ({
      status: 200,
      body: await listFlowOversight({ ctx, input: { ...address, ...query, kind: 'waiver' } }),
    }),
  }),
  defineRoute({
    method: 'post',
    path: `${flow}/waivers`,
    id: 'waiveFault',
    tag,
    summary: 'Accept a fault until a time',
    description:
      'Bound to the places it names. A promise can forbid it (`waivers: forbidden`), or ask for somebody else than who changed the flow last (`by-another`).',
    open: 'key',
    params,
    body: waiveBodySchema,
    answers: { 201: { description: 'Accepted.', schema: oversightSchema } },
    problems: ['forbidden', 'not-found', 'not-judged', 'not-waivable', 'precondition-failed'],
    run: async ({ ctx, params: address, body }) => ({
      status: 201,
      body: await waiveFault({ ctx, input: { ...address, ...body } }),
    }),
  }),
  defineRoute({
    method: 'post',
    path: `${business}/practices/{practice}/attestations`,
    id: 'attestPractice',
    tag,
    summary: 'Vouch for a practice',
    description: 'For as long as the profile says that it holds, or shorter.',
    open: 'key',
    params: practiceAddress,
    body: attestPracticeBodySchema,
    answers: { 201: { description: 'Kept.', schema: oversightSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: address, body }) => ({
      status: 201,
      body: await attestPractice({ ctx, input: { ...address, ...body } }),
    }),
  }),
];
