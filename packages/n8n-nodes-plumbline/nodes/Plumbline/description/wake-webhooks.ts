import type { IWebhookDescription } from 'n8n-workflow';

/** Called when an approval that a run waits for has ended. Nothing has to be registered anywhere: the question says it. */
export const wakeWebhooks: IWebhookDescription[] = [
  {
    name: 'default',
    httpMethod: 'POST',
    responseMode: 'onReceived',
    responseData: '',
    path: '={{ $nodeId }}',
    restartWebhook: true,
    isFullPath: true,
  },
];
