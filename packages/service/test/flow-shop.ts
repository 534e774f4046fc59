import type { ProfileInput } from '@plumbline/core';
import {
  type Context,
  createBusiness,
  evaluateMissing,
  type FlowDetail,
  getFlow,
  putFlow,
  putProfile,
} from '../src/index.ts';
import { noteMissing } from '../src/trail/note-missing.ts';
import { profileAt, type Service, start } from './start.ts';

export const business = 'shop';
/** The flow that most of these tests are about. */
export const flow = { source: 'n8n', id: '1' };
export const minute = 60_000;
export const day = 24 * 60 * minute;

/** A shop that promises, at `block`, that a customer can reach a person. */
export interface FlowShop {
  readonly service: Service;
  readonly promise: (profile: ProfileInput) => Promise<unknown>;
  /** Puts what runs, and has it judged. */
  readonly put: (workflow: Record<string, unknown>, id?: string, ctx?: Context) => Promise<unknown>;
  readonly judge: () => Promise<void>;
  readonly shown: () => Promise<FlowDetail>;
  /** Key of the first place that is found in the flow. */
  readonly key: () => Promise<string>;
  /** So many milliseconds from now. */
  readonly later: (milliseconds: number) => string;
}

/** The one promise of these tests, with what differs. */
export const promised = (more: object): ProfileInput => {
  const profile = profileAt('block');
  return {
    ...profile,
    values: (profile.values ?? []).map((value) => ({
      ...value,
      commitments: (value.commitments ?? []).map((each) => ({ ...each, ...more })),
    })),
  };
};

export const openFlowShop = async (): Promise<FlowShop> => {
  const service = await start();
  const ctx = service.system;
  const shown = (): Promise<FlowDetail> => getFlow({ ctx, input: { business, ...flow } });
  await createBusiness({ ctx, input: { id: business, name: 'Shop' } });
  await putProfile({ ctx, input: { business, profile: profileAt('block') } });
  return {
    service,
    shown,
    promise: (profile) => putProfile({ ctx, input: { business, profile } }),
    put: (workflow, id = '1', by = ctx) =>
      putFlow({
        ctx: by,
        input: { business, source: 'n8n', id, workflow, state: 'published', wait: 1 },
      }),
    judge: async () => {
      for (let after: string | null | undefined; after !== null; ) {
        const input = { business, ...(after == null ? {} : { after }) };
        after = (await evaluateMissing({ ctx, input })).next;
      }
      await noteMissing(ctx, business, { limit: 1000 });
    },
    key: async () => (await shown()).findings[0]?.occurrences[0]?.key ?? '',
    later: (milliseconds) => new Date(service.bare.clock().getTime() + milliseconds).toISOString(),
  };
};
