import { profileSchema } from '@plumbline/core';
import {
  businessIdSchema,
  getProfile,
  getProfileInput,
  previewProfile,
  previewProfileInput,
  previewSchema,
  profileVersionSchema,
  putProfile,
  putProfileResult,
} from '@plumbline/service';
import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';

const params = z.strictObject({ business: businessIdSchema });
const path = '/v1/businesses/{business}/profile';
const tag = 'Profile';
const etag = { ETag: 'Tag of this version, for `If-Match` and `If-None-Match`.' };
const tags = z.string().optional();

/** Weak comparison of an `If-None-Match` header with the current tag. */
const isKnown = (header: string | undefined, current: string): boolean =>
  header?.split(',').some((each) => ['*', current].includes(each.trim().replace(/^W\//, ''))) ?? false;

export const profileRoutes: readonly Route[] = [
  defineRoute({
    method: 'put',
    path,
    id: 'putProfile',
    tag,
    summary: 'Put the values profile',
    description:
      'Adds a version; the same profile again adds none. Every version is kept, so `If-Match` is not required; with it, a change that somebody else made in the meantime is not overwritten. Flows are judged afterwards: see `evaluation`.',
    open: 'key',
    params,
    headers: z.object({
      'If-Match': tags.meta({ description: 'Only if this version is the current one.' }),
      'If-None-Match': tags.meta({ description: '`*`: only if there is no profile yet.' }),
    }),
    body: z.unknown(),
    bodyAs: profileSchema,
    answers: {
      200: { description: 'A later version, or unchanged.', schema: putProfileResult, headers: etag },
      201: { description: 'The first version.', schema: putProfileResult, headers: etag },
    },
    problems: ['forbidden', 'not-found', 'precondition-failed', 'invalid-profile'],
    run: async ({ ctx, params: { business }, body, header }) => {
      const ifMatch = header('if-match');
      const ifNoneMatch = header('if-none-match');
      const { outcome, ...result } = await putProfile({
        ctx,
        input: { business, profile: body, ifMatch, ifNoneMatch },
      });
      return {
        status: outcome === 'created' ? 201 : 200,
        body: result,
        headers: { etag: result.etag },
      };
    },
  }),
  defineRoute({
    method: 'get',
    path,
    id: 'getProfile',
    tag,
    summary: 'Get the values profile',
    open: 'key',
    params,
    query: z.strictObject({ version: getProfileInput.shape.version }),
    headers: z.object({ 'If-None-Match': tags.meta({ description: 'Tags of versions you have.' }) }),
    answers: {
      200: { description: 'The version.', schema: profileVersionSchema, headers: etag },
      304: { description: 'You have it.', headers: etag },
    },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: { business }, query, header }) => {
      const version = await getProfile({ ctx, input: { business, version: query.version } });
      const headers = { etag: version.etag };
      if (isKnown(header('if-none-match'), version.etag)) return { status: 304, headers };
      return { status: 200, body: version, headers };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/preview`,
    id: 'previewProfile',
    tag,
    summary: 'See what a profile would change',
    description:
      'Send a draft: which flows would stand differently, and which decisions of the last days would have gone otherwise. Keeps nothing.',
    open: 'key',
    params,
    query: z.strictObject({ days: previewProfileInput.shape.days }),
    body: z.unknown(),
    bodyAs: profileSchema,
    answers: { 200: { description: 'What would change.', schema: previewSchema } },
    problems: ['forbidden', 'not-found', 'invalid-profile'],
    run: async ({ ctx, params: { business }, query: { days }, body }) => ({
      status: 200,
      body: await previewProfile({ ctx, input: { business, profile: body, days } }),
    }),
  }),
];
