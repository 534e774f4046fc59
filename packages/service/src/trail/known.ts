import {
  checkById,
  compareFlows,
  compareProfiles,
  type FlowDiff,
  type Known,
  type PromiseChange,
  type Snapshot,
} from '@plumbline/core';
import type { ProfileVersion, StoreView } from '@plumbline/store';
import { openFlow } from '../drift/open-flow.ts';

/** Of more flows that changed around one it is said that they did, and no more. */
const mostNeighbours = 5;

/** Finds out what is behind two evaluations. What many flows have in common is looked up once. */
export interface Knowing {
  readonly between: (
    flow: { readonly source: string; readonly id: string },
    before: Snapshot | null,
    after: Snapshot,
    at: string,
  ) => Promise<Known>;
}

const titleOf = (check: string): string => checkById(check)?.meta.title ?? check;

export const knowingFrom = (view: StoreView, current: ProfileVersion): Knowing => {
  const diffs = new Map<string, Promise<FlowDiff | null>>();
  const promises = new Map<number, Promise<readonly PromiseChange[]>>();

  const diffOf = async (source: string, id: string, from: string, to: string): Promise<FlowDiff | null> => {
    const [before, after] = [await view.versionOf(source, id, from), await view.versionOf(source, id, to)];
    if (before === undefined || after === undefined) return null;
    const [one, other] = [openFlow(source, before.workflow), openFlow(source, after.workflow)];
    return one === undefined || other === undefined ? null : compareFlows(one, other);
  };
  const diff = (source: string, id: string, from: string, to: string): Promise<FlowDiff | null> => {
    const key = JSON.stringify([source, id, from, to]);
    const known = diffs.get(key) ?? diffOf(source, id, from, to);
    diffs.set(key, known);
    return known;
  };
  const promisesSince = async (version: number): Promise<readonly PromiseChange[]> => {
    const before = await view.profile(version);
    return before === undefined ? [] : compareProfiles(before.profile, current.profile);
  };

  return {
    between: async ({ source, id }, before, after, at) => {
      const nothing = {
        at,
        diff: null,
        neighbourDiffs: new Map(),
        promises: [],
        revoked: new Set(),
        titleOf,
      };
      if (before === null) return nothing as Known;
      const neighbourDiffs = new Map<string, FlowDiff>();
      for (const is of after.leansOn) {
        const was = before.leansOn.find((each) => each.id === is.id);
        if (was === undefined || was.fingerprint === is.fingerprint) continue;
        if (neighbourDiffs.size >= mostNeighbours) break;
        const found = await diff(source, is.id, was.fingerprint, is.fingerprint);
        if (found !== null) neighbourDiffs.set(is.id, found);
      }
      const changed = before.profile.hash !== after.profile.hash;
      const { version } = before.profile;
      if (changed && !promises.has(version)) promises.set(version, promisesSince(version));
      const still = new Set(after.overlays.map((each) => each.id));
      const revoked = new Set<string>();
      for (const { id: gone } of before.overlays.filter((each) => !still.has(each.id))) {
        const entry = await view.oversightById(gone);
        if (entry !== undefined && entry.revokedAt !== null) revoked.add(gone);
      }
      return {
        at,
        titleOf,
        neighbourDiffs,
        revoked,
        diff:
          before.fingerprint === after.fingerprint || before.reader !== after.reader
            ? null
            : await diff(source, id, before.fingerprint, after.fingerprint),
        promises: changed ? ((await promises.get(version)) ?? []) : [],
      };
    },
  };
};
