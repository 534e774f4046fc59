import { expect, it } from 'vitest';
import { linksUnder } from '../src/alerts/links.ts';

const drifted = {
  type: 'flow.drifted',
  data: { business: 'shop', flow: { source: 'n8n', id: 'chat/1' } },
} as const;

it('names what happened under the address that people use', () => {
  expect(linksUnder('https://plumbline.shop.example')(drifted)).toBe(
    'https://plumbline.shop.example/?business=shop&flow=n8n%2Fchat%2F1',
  );
  expect(linksUnder(undefined)(drifted)).toBeNull();
});

it.each(['https://shop.example/plumbline', 'https://shop.example/plumbline/'])(
  'leads into the path of %s, where the page lies',
  (address) => {
    const data = { business: 'shop', approval: 'apr_1' };
    expect(linksUnder(address)({ type: 'approval.waiting', data })).toBe(
      'https://shop.example/plumbline/?business=shop&approval=apr_1',
    );
  },
);
