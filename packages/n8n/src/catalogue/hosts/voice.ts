import { makesMedia, reads, sends, transforms, writes } from '../verbs.ts';
import { at, type HostEntry } from './rule.ts';

/** What is said is decided by an agent at the service. */
const call = sends('voice', {
  to: ['number', 'customer', 'to_number', 'phone_number', 'to', 'phone', 'recipient_phone_number'],
  template: true,
});

/** Telephone agents and voices. */
export const voiceHosts: readonly HostEntry[] = [
  ...at('api.vapi.ai', ['POST', '/call', call], ['GET', '', reads], ['', '', writes]),
  ...at('api.retellai.com', ['POST', 'create-phone-call', call], ['GET', '', reads], ['', '', writes]),
  ...at(
    'api.bland.ai us.api.bland.ai api.ultravox.ai api.bolna.ai',
    ['POST', '/call', call],
    ['GET', '', reads],
  ),
  ...at('api.synthflow.ai fine-tuner.ai', ['POST', 'call', call], ['GET', '', reads]),
  ...at(
    'api.elevenlabs.io',
    ['POST', 'outbound', call],
    ['POST', '/speech-to-text', transforms],
    ['GET', '', reads],
    ['', '', makesMedia],
  ),
];
