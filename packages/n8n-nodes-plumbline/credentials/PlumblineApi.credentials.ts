import type {
  ICredentialDataDecryptedObject,
  ICredentialType,
  Icon,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';

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
  ];

  // The address too, so that n8n looks the credential up once a request and no node has to.
  authenticate = async (
    { baseUrl, apiKey }: ICredentialDataDecryptedObject,
    request: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> => ({
    ...request,
    baseURL: String(baseUrl).replace(/\/+$/, ''),
    headers: { ...request.headers, Authorization: `Bearer ${String(apiKey)}` },
  });
}
