import type { ProfileInput } from '@plumbline/core';
import { type Answer, ok, send } from './http.ts';
import type { Installed } from './install.ts';
import { type N8n, startN8n } from './run-n8n.ts';
import { type Plumbline, startPlumbline } from './run-plumbline.ts';
import { until } from './wait.ts';
import type { Account, Workflow } from './workflow.ts';

/** A shop that has n8n with our nodes, and Plumbline beside it. */
export interface Shop {
  readonly n8n: N8n;
  readonly plumbline: Plumbline;
  /** The account its nodes use, with the scope decide. */
  readonly account: Account;
  /** Makes a credential. */
  readonly credential: (name: string, type: string, data: object) => Promise<Account>;
  /** Makes a workflow and publishes it; gives its id. */
  readonly publish: (workflow: Workflow) => Promise<string>;
  /** Calls a webhook of a workflow that was published. */
  readonly call: (path: string, body: object) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

/** `packed` holds our nodes. Throws with what n8n or Plumbline said where one of them does not start. */
export const openShop = async (
  installed: Installed,
  packed: string,
  profile: ProfileInput,
): Promise<Shop> => {
  const plumbline = await startPlumbline();
  let n8n: N8n | undefined;
  try {
    await plumbline.promise(profile);
    n8n = await startN8n(installed, {}, packed);
    const running = n8n;
    const credential = async (name: string, type: string, data: object): Promise<Account> => {
      const made = ok(await running.editor('POST', '/credentials', { name, type, data })) as {
        data: Account;
      };
      return { id: made.data.id, name };
    };
    const account = await credential('Plumbline account', 'plumblineApi', {
      baseUrl: plumbline.url,
      apiKey: await plumbline.key('decide'),
      source: 'n8n',
    });
    return {
      n8n,
      plumbline,
      account,
      credential,
      publish: async (workflow) => {
        const { id } = ok(await running.api('POST', '/workflows', workflow)) as { readonly id: string };
        ok(await running.api('POST', `/workflows/${id}/activate`, {}));
        return id;
      },
      // The newer n8n publishes a moment after it says so.
      call: (path, body) =>
        until(
          `that n8n serves ${path}`,
          () => send(`${running.url}/webhook/${path}`, 'POST', {}, body),
          ({ status }) => status !== 404,
        ),
      close: async () => {
        await running.close();
        await plumbline.close();
      },
    };
  } catch (error) {
    await n8n?.close();
    await plumbline.close();
    throw error;
  }
};
