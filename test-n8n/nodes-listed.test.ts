import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ok } from './http.ts';
import { openShop, type Shop } from './shop.ts';
import { bothVersions } from './versions.ts';

interface NodeType {
  readonly name: string;
  readonly credentials?: readonly { readonly name: string }[];
}

describe.each(bothVersions())('%s', (_, installed) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(installed, inject('nodes'), {
      profile: 1,
      name: 'The Corner Bookshop',
      values: [],
    });
  });
  afterAll(() => shop?.close());

  it('lists the nodes', async () => {
    const types = ok(await shop.n8n.types()) as readonly NodeType[];
    const ours = types.filter(({ name }) => name.startsWith('n8n-nodes-plumbline.'));
    expect(ours.map(({ name }) => name).sort()).toEqual([
      'n8n-nodes-plumbline.plumbline',
      'n8n-nodes-plumbline.plumblineTool',
      'n8n-nodes-plumbline.plumblineTrigger',
    ]);
    for (const each of ours) expect(each.credentials).toMatchObject([{ name: 'plumblineApi' }]);
  });

  const test = async (data: object): Promise<unknown> => {
    const credentials = { id: shop.account.id, name: 'Tried', type: 'plumblineApi', data };
    return (ok(await shop.n8n.editor('POST', '/credentials/test', { credentials })) as { data: unknown })
      .data;
  };

  it('accepts an account that is right', async () => {
    const apiKey = await shop.plumbline.key('decide');
    expect(await test({ baseUrl: shop.plumbline.url, apiKey, source: 'n8n' })).toMatchObject({
      status: 'OK',
    });
  });

  it('says which account is wrong', async () => {
    const wrong = { baseUrl: shop.plumbline.url, apiKey: 'plb_nobody', source: 'n8n' };
    expect(await test(wrong)).toMatchObject({ status: 'Error' });
  });

  it('says where nothing answers', async () => {
    const nowhere = { baseUrl: 'http://127.0.0.1:9', apiKey: 'plb_nobody', source: 'n8n' };
    expect(await test(nowhere)).toMatchObject({ status: 'Error' });
  });
});
