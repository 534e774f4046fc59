import {
  type ICredentialsDecrypted,
  type ICredentialTestFunctions,
  type IHookFunctions,
  type INodeCredentialTestResult,
  type INodeType,
  type INodeTypeDescription,
  type IWebhookFunctions,
  type IWebhookResponseData,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { receive } from '../../src/receive.ts';
import { isSubscribed, subscribe, unsubscribe } from '../../src/subscription.ts';
import { testCredential } from '../../src/test-credential.ts';

export class PlumblineTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Plumbline Trigger',
    name: 'plumblineTrigger',
    icon: { light: 'file:plumbline.svg', dark: 'file:plumbline.dark.svg' },
    group: ['trigger'],
    version: [1],
    subtitle: '={{ $parameter["events"].join(", ") }}',
    description:
      'Starts the flow when an automation drifts from what was promised, or a person is waited for',
    defaults: { name: 'Plumbline Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'plumblineApi', required: true, testedBy: 'plumblineApiTest' }],
    webhooks: [
      {
        name: 'default',
        httpMethod: 'POST',
        responseMode: 'onReceived',
        path: 'plumbline',
      },
    ],
    properties: [
      {
        displayName: 'Events',
        name: 'events',
        type: 'multiOptions',
        noDataExpression: true,
        required: true,
        default: ['flow.drifted', 'approval.waiting'],
        description: 'What starts the flow',
        options: [
          {
            name: 'A Flow Drifted',
            value: 'flow.drifted',
            description: 'It does not stand any more as it was signed off',
          },
          {
            name: 'A Flow Recovered',
            value: 'flow.recovered',
            description: 'It stands again as it was signed off',
          },
          {
            name: 'A Flow Stopped',
            value: 'flow.stopped',
            description: 'It did not stand well, and does not run any more',
          },
          {
            name: 'A Hand-Over Waits',
            value: 'handover.waiting',
            description: 'A conversation was handed over to a person',
          },
          {
            name: 'An Approval Waits',
            value: 'approval.waiting',
            description: 'A person has to decide before something goes out',
          },
          {
            name: 'An Approval Was Answered',
            value: 'approval.answered',
            description: 'Also when nobody answered in time',
          },
          {
            name: 'Judging Is Late',
            value: 'evaluation.stale',
            description: 'A flow has not been looked at for longer than it should',
          },
          {
            name: 'The Profile Changed',
            value: 'profile.changed',
            description: 'The business has promised something new, or something else',
          },
        ],
      },
    ],
  };

  methods = {
    credentialTest: {
      async plumblineApiTest(
        this: ICredentialTestFunctions,
        credential: ICredentialsDecrypted,
      ): Promise<INodeCredentialTestResult> {
        return testCredential(this, credential);
      },
    },
  };

  webhookMethods = {
    default: {
      async checkExists(this: IHookFunctions): Promise<boolean> {
        return isSubscribed(this);
      },
      async create(this: IHookFunctions): Promise<boolean> {
        return subscribe(this);
      },
      async delete(this: IHookFunctions): Promise<boolean> {
        return unsubscribe(this);
      },
    },
  };

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    return receive(this);
  }
}
