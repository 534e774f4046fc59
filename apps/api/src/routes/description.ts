import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';

const tag = 'Server';

export interface DescriptionTexts {
  readonly document: Readonly<Record<string, unknown>>;
  readonly page: string;
  /** Content security policy under which the page works: it loads nothing. */
  readonly policy: string;
}

/** Routes that describe the API. The texts are made when first asked for. */
export const descriptionRoutes = (texts: () => DescriptionTexts): readonly Route[] => [
  defineRoute({
    method: 'get',
    path: '/openapi.json',
    id: 'getDescription',
    tag,
    summary: 'This description, for machines',
    open: 'anyone',
    answers: { 200: { description: 'An OpenAPI 3.1 document.', schema: z.record(z.string(), z.unknown()) } },
    run: () => ({ status: 200, body: { ...texts().document } }),
  }),
  defineRoute({
    method: 'get',
    path: '/docs',
    id: 'getDocs',
    tag,
    summary: 'This description, for people',
    open: 'anyone',
    answers: { 200: { description: 'A page that loads nothing from elsewhere.', media: 'text/html' } },
    run: () => ({
      status: 200,
      text: texts().page,
      headers: { 'content-security-policy': texts().policy },
    }),
  }),
];
