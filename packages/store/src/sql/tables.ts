import type { Kysely } from 'kysely';

/** Tables as of the latest migration. Text and integers only, so that every database takes the same statements. */
export interface Tables {
  businesses: { id: string; name: string; created_at: string };
  keys: {
    id: string;
    scope: string;
    name: string;
    scopes: string;
    hash: string;
    created_at: string;
    revoked_at: string | null;
    last_used_at: string | null;
  };
  profiles: {
    business: string;
    version: number;
    hash: string;
    profile: string;
    created_at: string;
    created_by: string;
  };
  flows: {
    business: string;
    source: string;
    id: string;
    state: string;
    name: string;
    revision: number;
    fingerprint: string;
    closure: string;
    reader: string;
    refers_to: string;
    content_hash: string;
    workflow: string;
    created_at: string;
    updated_at: string;
    removed_at: string | null;
  };
  flow_references: { business: string; source: string; id: string; state: string; target: string };
  readings: {
    business: string;
    source: string;
    flow: string;
    closure: string;
    reader: string;
    facts: string | null;
    error: string | null;
    at: string;
  };
  answers: {
    business: string;
    source: string;
    flow: string;
    closure: string;
    reader: string;
    question: string;
    finding: string | null;
    error: string | null;
    at: string;
  };
  audit: {
    business: string;
    id: string;
    at: string;
    actor: string;
    action: string;
    subject: string;
    detail: string;
  };
}

/** Gives the database, or throws once the handle that holds it has ended. */
export type Open = () => Kysely<Tables>;
