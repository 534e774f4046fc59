import type { Actor } from '@plumbline/service';

type Params = Readonly<Record<string, string>>;

/** `~` in a path stands for the business the key is bound to. An admin key is bound to none, and finds none there. */
export const withOwnBusiness = (params: Params, actor: Actor): Params =>
  params['business'] === '~' ? { ...params, business: actor.scope } : params;
