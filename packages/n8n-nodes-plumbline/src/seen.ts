/** Most ids that are remembered: a call is repeated for about two days at most. */
export const mostSeen = 500;

/** Notes an id in the workflow's static data; false where it was there already. The oldest are forgotten. */
export const firstTime = (kept: Record<string, unknown>, id: string): boolean => {
  const seen = Array.isArray(kept['seen']) ? kept['seen'].filter((each) => typeof each === 'string') : [];
  if (seen.includes(id)) return false;
  kept['seen'] = [...seen.slice(-(mostSeen - 1)), id];
  return true;
};
