import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import { type ProblemCode, problems } from '@plumbline/service';
import { z } from 'zod';
import { problemSchema } from './answer/problem-document.ts';
import type { AnswerSpec, Route } from './route.ts';

const about = `What a business values, what it promises, and whether its automations keep to it.

Refusals and failures answer with \`application/problem+json\` (RFC 9457). Send \`X-Request-Id\` to find a request in the
server log again; every answer carries one. What a key may not see is answered like what does not exist.`;

type Responses = RouteConfig['responses'];

const headersOf = (headers: AnswerSpec['headers']): z.ZodObject =>
  z.object(
    Object.fromEntries(
      Object.entries(headers ?? {}).map(([name, description]) => [
        name,
        z.string().optional().meta({ description }),
      ]),
    ),
  );

const contentOf = ({ schema, media }: AnswerSpec) => {
  if (schema !== undefined) return { content: { [media ?? 'application/json']: { schema } } };
  return media === undefined ? {} : { content: { [media]: { schema: z.string() } } };
};

/** Several problems can share a status; the description names each. */
const problemResponses = (codes: readonly ProblemCode[]): Responses => {
  const words = new Map<number, string[]>();
  for (const code of codes) {
    const { status, title } = problems[code];
    words.set(status, [...(words.get(status) ?? []), `\`${code}\`: ${title}.`]);
  }
  const content = { 'application/problem+json': { schema: problemSchema } };
  return Object.fromEntries(
    [...words].map(([status, each]) => [status, { description: each.join(' '), content }]),
  );
};

const responsesOf = (route: Route): Responses => {
  const responses = problemResponses(route.problems);
  for (const [status, spec] of Object.entries(route.answers)) {
    responses[Number(status)] = {
      description: spec.description,
      ...contentOf(spec),
      ...(spec.headers === undefined ? {} : { headers: headersOf(spec.headers) }),
    };
  }
  return responses;
};

const security = {
  anyone: [],
  key: [{ key: [] }],
  'key-or-loopback': [{ key: [] }, {}],
} as const satisfies Record<Route['open'], readonly Record<string, readonly string[]>[]>;

const configOf = (route: Route): RouteConfig => {
  const schema = route.bodyAs ?? route.body;
  return {
    method: route.method,
    path: route.path,
    operationId: route.id,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    security: security[route.open].map((each) => ({ ...each })),
    request: {
      query: route.query,
      ...(route.params === undefined ? {} : { params: route.params }),
      ...(route.headers === undefined ? {} : { headers: route.headers }),
      ...(schema === undefined
        ? {}
        : { body: { required: true, content: { 'application/json': { schema } } } }),
    },
    responses: responsesOf(route),
  };
};

export type ApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

/** The OpenAPI 3.1 document of these routes. */
export const describeRoutes = (routes: readonly Route[]): ApiDocument => {
  const { openAPIRegistry, getOpenAPI31Document } = new OpenAPIHono();
  openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description:
      'A key of a business, or an admin key: `plb_` and 43 letters. The first start prints an admin key.',
  });
  for (const route of routes) openAPIRegistry.registerPath(configOf(route));
  return getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Plumbline', version: '1', description: about, license: { name: 'MIT' } },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({ name })),
  });
};
