import type { Kysely } from 'kysely';
import type { TrailTables } from './trail-tables.ts';

/** Tables as of the latest migration. Text and numbers only, so that every database takes the same statements. */
export interface Tables extends TrailTables {
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
  flow_conversations: {
    business: string;
    source: string;
    part: string;
    service: string;
    state: string;
    since: string;
    id: string;
  };
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
  gist_sheets: {
    business: string;
    source: string;
    flow: string;
    closure: string;
    reader: string;
    sheets: number;
    asked: string;
    failed: string;
    gists: string;
  };
  finding_sheets: {
    business: string;
    source: string;
    flow: string;
    closure: string;
    reader: string;
    number: number;
    findings: string;
  };
  claims: { business: string; id: string; worker: string; until: string; wanted: string; flows: string };
  troubles: { business: string; source: string; flow: string; closure: string; times: number };
  runs: { business: string; since: string; last_at: string; judged: number; ended_at: string | null };
  audit: {
    business: string;
    id: string;
    at: string;
    actor: string;
    action: string;
    subject: string;
    detail: string;
  };
  decisions: {
    business: string;
    id: string;
    created_at: string;
    actor: string;
    request: string;
    recipient: string | null;
    context: string;
    answer: string;
    profile_version: number | null;
    idempotency_key: string | null;
    request_hash: string;
    content: string;
    content_until: string | null;
    sealed: string | null;
  };
  contacts: {
    business: string;
    decision: string;
    recipient: string;
    channel: string;
    at: string;
    state: string;
  };
  vault: { one: number; fingerprint: string };
  suppressions: { business: string; recipient: string; scope: string; at: string; source: string };
  approvals: {
    business: string;
    id: string;
    decision: string;
    state: string;
    who: string;
    until: string;
    connection: string | null;
    resume_url: string | null;
    created_at: string;
    answered_at: string | null;
    answered_by: string | null;
    actor: string | null;
    comment: string | null;
    edited: string | null;
  };
  connections: {
    business: string;
    id: string;
    name: string;
    origin: string;
    path: string;
    allow_private: number;
    secret: string;
    created_at: string;
    created_by: string;
  };
  sources: {
    business: string;
    id: string;
    kind: string;
    source: string;
    url: string;
    key: string;
    allow_private: number;
    created_at: string;
    created_by: string;
    state: string;
    since: string;
    detail: string | null;
    last_tried_at: string | null;
    last_read_at: string | null;
    next_at: string;
    failures: number;
    flows: number;
  };
  handovers: {
    business: string;
    id: string;
    state: string;
    created_at: string;
    actor: string;
    source: string | null;
    flow: string | null;
    channel: string | null;
    recipient: string | null;
    idempotency_key: string | null;
    request_hash: string;
    content: string;
    content_until: string;
    closed_at: string | null;
    closed_by: string | null;
    closer: string | null;
    comment: string | null;
    sealed: string | null;
  };
  events: { business: string; id: string; key: string; type: string; at: string; data: string };
  subscriptions: {
    business: string;
    id: string;
    url: string;
    events: string;
    secret: string;
    created_at: string;
    created_by: string;
  };
  deliveries: {
    business: string;
    id: string;
    kind: string;
    receiver: string;
    approval: string | null;
    state: string;
    attempts: number;
    open: number;
    additions: number;
    next_at: string;
    created_at: string;
    last_result: string | null;
  };
  delivery_events: { business: string; delivery: string; event: string };
  alert_targets: {
    business: string;
    id: string;
    name: string;
    channel: string;
    events: string;
    digest: string | null;
    place: string;
    secret: string | null;
    created_at: string;
    created_by: string;
  };
  alert_settings: { business: string; digest: string; daily_at: string; time_zone: string };
  alerts: {
    business: string;
    subject: string;
    id: string;
    state: string;
    since: string;
    changed_at: string;
    event: string;
    by: string | null;
    comment: string | null;
    snoozed_until: string | null;
  };
  outcomes: {
    business: string;
    id: string;
    indicator: string;
    value: number;
    at: string;
    source: string | null;
    flow: string | null;
    decision: string | null;
    recorded_at: string;
  };
}

/** Gives the database, or throws once the handle that holds it has ended. */
export type Open = () => Kysely<Tables>;
