import type { ProfileInput } from '@plumbline/core';
import type { KeyScope } from '@plumbline/store';
import * as service from '../src/index.ts';
import { handsOverElsewhere, noWayOut, profileAt, type Service } from './start.ts';

type Run = (ctx: service.Context, business: string) => Promise<unknown>;

const flow = { source: 'n8n', id: '1' };
const asked = { source: 'n8n', id: '2' };
let fault = '';
let question = '';
let entry = '';

/** Use cases for what people add, and for what has come of a flow, with the scope each asks for. */
export const inOversight: Readonly<Record<string, { readonly scope: KeyScope; readonly run: Run }>> = {
  signOffFlow: {
    scope: 'write',
    run: (ctx, business) => service.signOffFlow({ ctx, input: { business, ...flow, by: 'Maria' } }),
  },
  waiveFault: {
    scope: 'write',
    run: (ctx, business) =>
      service.waiveFault({
        ctx,
        input: {
          business,
          ...flow,
          by: 'Maria',
          reason: 'for now',
          keys: [fault],
          until: new Date(ctx.clock().getTime() + 60_000).toISOString(),
        },
      }),
  },
  attestAnswer: {
    scope: 'answer',
    run: (ctx, business) =>
      service.attestAnswer({
        ctx,
        input: { business, ...asked, by: 'Maria', key: question, holds: true },
      }),
  },
  attestPractice: {
    scope: 'answer',
    run: (ctx, business) =>
      service.attestPractice({ ctx, input: { business, practice: 'voice', by: 'Maria' } }),
  },
  revokeOversight: {
    scope: 'write',
    run: (ctx, business) => service.revokeOversight({ ctx, input: { business, oversight: entry } }),
  },
  listOversight: {
    scope: 'read',
    run: (ctx, business) => service.listOversight({ ctx, input: { business } }),
  },
  getDrift: {
    scope: 'read',
    run: (ctx, business) => service.getDrift({ ctx, input: { business } }),
  },
  flowHistory: {
    scope: 'read',
    run: (ctx, business) => service.flowHistory({ ctx, input: { business, ...flow } }),
  },
  flowVersions: {
    scope: 'read',
    run: (ctx, business) => service.flowVersions({ ctx, input: { business, ...flow } }),
  },
  flowDiff: {
    scope: 'read',
    run: (ctx, business) => service.flowDiff({ ctx, input: { business, ...flow } }),
  },
  listFlowOversight: {
    scope: 'read',
    run: (ctx, business) => service.listFlowOversight({ ctx, input: { business, ...flow } }),
  },
};

/** This profile with a promise that flows are held against, and a practice. */
export const withPromise = (profile: ProfileInput): ProfileInput => ({
  ...profile,
  values: [
    ...(profile.values ?? []),
    ...(profileAt('warn').values ?? []).map((value) => ({
      ...value,
      id: 'reach',
      commitments: (value.commitments ?? []).map((each) => ({
        ...each,
        practices: [{ id: 'voice', title: 'Have the voice reviewed' }],
      })),
    })),
  ],
});

/** A flow with a fault, one with a question, and a practice that somebody vouches for. */
export const addOversight = async ({ system: ctx }: Service, business: string): Promise<void> => {
  const put = async (id: string, workflow: Record<string, unknown>): Promise<string> => {
    const input = { business, source: 'n8n', id, workflow, state: 'published', wait: 1 } as const;
    await service.putFlow({ ctx, input });
    const judged = await service.getFlow({ ctx, input: { business, source: 'n8n', id } });
    return judged.findings[0]?.occurrences[0]?.key ?? '';
  };
  fault = await put('1', noWayOut('1'));
  question = await put('2', handsOverElsewhere('2'));
  const given = { business, practice: 'voice', by: 'Tom' };
  entry = (await service.attestPractice({ ctx, input: given })).id;
};
