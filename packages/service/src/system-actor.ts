import { installation } from '@plumbline/store';
import type { Actor } from './context.ts';

/** Plumbline itself: the reconciler, the first start. Never handed to a request. */
export const systemActor: Actor = { id: 'system', name: 'Plumbline', scope: installation, scopes: ['admin'] };
