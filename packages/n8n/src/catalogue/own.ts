import type { Catalogue, Does } from './entry.ts';
import { internal, starts, types, unless } from './verbs.ts';

/** Asks before something happens, and where told so waits until a person has decided. */
const asksFirst: Does = unless({ traits: ['asks:values'] }, 'wait', [true], {
  traits: ['asks:values', 'asks:inbox'],
});

/** Plumbline's own steps, installed or from a folder of custom nodes. */
export const own: Catalogue = {
  ...types('n8n-nodes-plumbline.plumbline CUSTOM.plumbline', {
    resource: 'check',
    operation: 'message',
    needsParameters: false,
    outputs: 'many',
    operations: {
      'check.*': asksFirst,
      'handover.*': { traits: ['hands:inbox', 'assigns:person'] },
      'outcome.*': internal('tells Plumbline how things went'),
      'flow.*': internal('looks up how an automation stands'),
    },
  }),
  ...types('n8n-nodes-plumbline.plumblineTrigger CUSTOM.plumblineTrigger', starts('starts:record')),
};
