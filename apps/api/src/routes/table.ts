import { renderDocs } from '../docs/page.ts';
import { type ApiDocument, describeRoutes } from '../openapi.ts';
import type { Route } from '../route.ts';
import { alertRoutes } from './alerts.ts';
import { approvalRoutes } from './approvals.ts';
import { businessRoutes } from './businesses.ts';
import { checkRoutes } from './checks.ts';
import { connectionRoutes } from './connections.ts';
import { decisionRoutes } from './decisions.ts';
import { type DescriptionTexts, descriptionRoutes } from './description.ts';
import { driftRoutes } from './drift.ts';
import { flowRoutes } from './flows.ts';
import { gateRoutes } from './gate.ts';
import { handoverRoutes } from './handovers.ts';
import { healthRoutes } from './health.ts';
import { keyRoutes } from './keys.ts';
import { matrixRoutes } from './matrix.ts';
import { meRoutes } from './me.ts';
import { metricRoutes } from './metrics.ts';
import { outcomeRoutes } from './outcomes.ts';
import { oversightRoutes } from './oversight.ts';
import { profileRoutes } from './profile.ts';
import { progressRoutes } from './progress.ts';
import { recipientRoutes } from './recipients.ts';
import { sourceRoutes } from './sources.ts';
import { subscriptionRoutes } from './subscriptions.ts';

let texts: DescriptionTexts | undefined;
const describe = (): DescriptionTexts => {
  if (texts === undefined) {
    const document = apiDocument();
    texts = { document: { ...document }, ...renderDocs(document) };
  }
  return texts;
};

/** Every route of the API, in the order of the description. */
export const routes: readonly Route[] = [
  ...businessRoutes,
  ...keyRoutes,
  ...meRoutes,
  ...profileRoutes,
  ...flowRoutes,
  ...oversightRoutes,
  ...driftRoutes,
  ...gateRoutes,
  ...matrixRoutes,
  ...progressRoutes,
  ...decisionRoutes,
  ...approvalRoutes,
  ...handoverRoutes,
  ...recipientRoutes,
  ...outcomeRoutes,
  ...connectionRoutes,
  ...sourceRoutes,
  ...subscriptionRoutes,
  ...alertRoutes,
  ...checkRoutes,
  ...healthRoutes,
  ...metricRoutes,
  ...descriptionRoutes(describe),
];

/** The OpenAPI document of the whole API. */
export const apiDocument = (): ApiDocument => describeRoutes(routes);
