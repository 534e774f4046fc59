/** Tables of the trail and of what people have added. */
export interface TrailTables {
  trail: {
    business: string;
    entry: string;
    source: string;
    flow: string;
    state: string;
    number: number;
    name: string;
    at: string;
    basis: string;
    asked: string;
    said: string;
    direction: string;
    harmless: number;
    causes: string;
  };
  trail_parts: { business: string; hash: string; part: string };
  trail_heads: {
    business: string;
    source: string;
    flow: string;
    state: string;
    number: number;
    entry: string;
    closure: string;
    reader: string;
    asked: string;
    basis: string;
    basis_asked: string;
    said: string;
  };
  flow_versions: {
    business: string;
    source: string;
    flow: string;
    fingerprint: string;
    name: string;
    at: string;
    workflow: string;
  };
  oversight: {
    business: string;
    id: string;
    kind: string;
    source: string | null;
    flow: string | null;
    person: string;
    actor: string;
    at: string;
    words: string;
    until: string | null;
    revoked_at: string | null;
    revoked_by: string | null;
    soon_told_at: string | null;
    lapse_told_at: string | null;
    detail: string;
  };
}
