import { ok } from './http.ts';
import { business, type Plumbline } from './run-plumbline.ts';
import type { Shop } from './shop.ts';

export interface Approval {
  readonly id: string;
  readonly state: string;
  readonly delivery: { readonly state: string; readonly lastResult: string | null } | null;
}

const approvals = `/v1/businesses/${business}/approvals`;

/** Lets Plumbline call this n8n at the addresses where it waits, and nowhere else. */
export const mayCallBack = async ({ plumbline, n8n }: Pick<Shop, 'plumbline' | 'n8n'>): Promise<void> => {
  const connection = { name: 'n8n', origin: n8n.url, path: '/webhook-waiting/**', allowPrivate: true };
  ok(await plumbline.admin('POST', `/v1/businesses/${business}/connections`, connection));
};

export const openApprovals = async (plumbline: Plumbline): Promise<readonly Approval[]> => {
  const page = ok(await plumbline.admin('GET', `${approvals}?state=open`));
  return (page as { readonly items: readonly Approval[] }).items;
};

export const answerApproval = async (plumbline: Plumbline, id: string, answer: object): Promise<void> => {
  ok(await plumbline.admin('POST', `${approvals}/${id}/answer`, answer));
};
