import {
  type ICredentialsDecrypted,
  type ICredentialTestFunctions,
  type IExecuteFunctions,
  type INodeCredentialTestResult,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  type IWebhookFunctions,
  type IWebhookResponseData,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { check } from '../../src/check.ts';
import { operate } from '../../src/operations.ts';
import { resume } from '../../src/resume.ts';
import { testCredential } from '../../src/test-credential.ts';
import { checkFields } from './description/check-fields.ts';
import { moreFields, waitFields, withoutAnswerField } from './description/more-fields.ts';
import { otherFields, sourceField } from './description/other-fields.ts';
import { wakeWebhooks } from './description/wake-webhooks.ts';

export class Plumbline implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Plumbline',
    name: 'plumbline',
    icon: { light: 'file:plumbline.svg', dark: 'file:plumbline.dark.svg' },
    group: ['transform'],
    version: [1],
    subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
    description: 'Asks whether something is in line with what the business promised, before it happens',
    defaults: { name: 'Plumbline' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: `={{ $parameter.resource === 'check' ? [{ type: 'main', displayName: 'Go' }, { type: 'main', displayName: 'Ask a person' }, { type: 'main', displayName: 'Stop' }] : [{ type: 'main' }] }}`,
    credentials: [{ name: 'plumblineApi', required: true, testedBy: 'plumblineApiTest' }],
    webhooks: wakeWebhooks,
    properties: [
      {
        displayName: 'Resource',
        name: 'resource',
        type: 'options',
        noDataExpression: true,
        options: [
          { name: 'Check', value: 'check', description: 'Ask before something happens' },
          { name: 'Flow', value: 'flow', description: 'How an automation stands to what was promised' },
          { name: 'Hand-Over', value: 'handover', description: 'Give a conversation to a person' },
          { name: 'Outcome', value: 'outcome', description: 'Tell how things went' },
        ],
        default: 'check',
      },
      {
        displayName: 'Operation',
        name: 'operation',
        type: 'options',
        noDataExpression: true,
        displayOptions: { show: { resource: ['check'] } },
        options: [
          {
            name: 'Booking',
            value: 'booking',
            action: 'Check a booking',
            description: 'Ask before a booking is made, changed or cancelled',
          },
          {
            name: 'Message',
            value: 'message',
            action: 'Check a message',
            description: 'Ask before something is sent to a person',
          },
          {
            name: 'Other Action',
            value: 'other',
            action: 'Check another action',
            description: 'Ask before anything else happens',
          },
          {
            name: 'Payment',
            value: 'payment',
            action: 'Check a payment',
            description: 'Ask before money moves',
          },
          {
            name: 'Post',
            value: 'post',
            action: 'Check a post',
            description: 'Ask before something is published',
          },
        ],
        default: 'message',
      },
      ...checkFields,
      moreFields,
      withoutAnswerField,
      ...waitFields,
      ...otherFields,
      sourceField,
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

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return this.getNodeParameter('resource', 0) === 'check' ? check(this) : operate(this);
  }

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    return resume(this);
  }
}
