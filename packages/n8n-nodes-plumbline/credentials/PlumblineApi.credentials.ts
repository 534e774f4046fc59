import type { IAuthenticateGeneric, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

export class PlumblineApi implements ICredentialType {
  name = 'plumblineApi';

  displayName = 'Plumbline API';

  icon: Icon = { light: 'file:plumbline.svg', dark: 'file:plumbline.dark.svg' };

  documentationUrl =
    'https://github.com/plumbline/plumbline/tree/main/packages/n8n-nodes-plumbline#credential';

  properties: INodeProperties[] = [
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: 'http://127.0.0.1:4777',
      required: true,
      description: 'Where Plumbline answers, without a path',
    },
    {
      displayName: 'API Key',
      name: 'apiKey',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description: 'A key of one business with the scope decide, e.g. plb_...',
    },
    {
      displayName: 'Name of This N8n',
      name: 'source',
      type: 'string',
      default: 'n8n',
      description: 'What Plumbline calls the flows of this n8n: n8n, or n8n- and a name of yours',
    },
  ];

  authenticate: IAuthenticateGeneric = {
    type: 'generic',
    properties: { headers: { Authorization: '=Bearer {{$credentials.apiKey}}' } },
  };
}
