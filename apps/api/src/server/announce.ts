import type { Running } from './serve.ts';

/** What a person is told when it runs, line by line. The admin key is among it on the first start only. */
export const announcement = ({ url, port, takenPort, adminKey }: Running): readonly string[] => [
  ...(adminKey === null
    ? []
    : ['Your admin key, shown this once. Keep it; only its hash is stored.', `  ${adminKey}`, '']),
  ...(takenPort === null ? [] : [`Port ${takenPort} is taken, so this is port ${port}.`]),
  `Page  ${url}/`,
  `API   ${url}/v1`,
  `Docs  ${url}/docs`,
];
