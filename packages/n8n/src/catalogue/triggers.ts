import type { Trait } from '@plumbline/core';
import type { Catalogue, NodeEntry } from './entry.ts';
import { starts } from './verbs.ts';

/** Names of n8n's own trigger types, by how they start a flow. */
const triggersOf = {
  'starts:chat': 'facebookTrigger telegramTrigger twilioTrigger whatsAppTrigger',
  'starts:team': 'ciscoWebexTrigger microsoftTeamsTrigger slackTrigger',
  'starts:email': 'emailReadImap gmailTrigger microsoftOutlookTrigger postmarkTrigger',
  'starts:form':
    'facebookLeadAdsTrigger formIoTrigger formTrigger formstackTrigger jotFormTrigger ' +
    'koBoToolboxTrigger surveyMonkeyTrigger typeformTrigger webflowTrigger wufooTrigger',
  'starts:ticket':
    'helpScoutTrigger jiraTrigger linearTrigger theHiveProjectTrigger ' + 'theHiveTrigger zendeskTrigger',
  'starts:webhook':
    'currentsTrigger e2eTestPollingTrigger flowTrigger loneScaleTrigger onfleetTrigger ' +
    'pushcutTrigger simulateTrigger sseTrigger venafiTlsProtectCloudTrigger webhook',
  'starts:order':
    'chargebeeTrigger eventbriteTrigger gumroadTrigger invoiceNinjaTrigger payPalTrigger ' +
    'shopifyTrigger stripeTrigger wiseTrigger wooCommerceTrigger',
  'starts:booking': 'acuitySchedulingTrigger calTrigger calendlyTrigger googleCalendarTrigger',
  'starts:feed': 'googleBusinessProfileTrigger rssFeedReadTrigger stravaTrigger',
  'starts:schedule': 'cron interval scheduleTrigger',
  'starts:manual': 'manualTrigger start',
  'starts:call': 'evaluationTrigger executeWorkflowTrigger',
  'starts:error': 'errorTrigger',
  'starts:record':
    'activeCampaignTrigger affinityTrigger airtableTrigger amqpTrigger asanaTrigger ' +
    'autopilotTrigger awsSnsTrigger bitbucketTrigger boxTrigger clickUpTrigger ' +
    'clockifyTrigger convertKitTrigger copperTrigger customerIoTrigger databricksTrigger ' +
    'emeliaTrigger figmaTrigger getResponseTrigger githubTrigger gitlabTrigger ' +
    'googleDriveTrigger googleSheetsTrigger hubspotTrigger kafkaTrigger keapTrigger ' +
    'lemlistTrigger mailchimpTrigger mailerLiteTrigger mailjetTrigger mauticTrigger ' +
    'microsoftOneDriveTrigger mqttTrigger netlifyTrigger notionTrigger pipedriveTrigger ' +
    'postgresTrigger rabbitmqTrigger redisTrigger salesforceTrigger seaTableTrigger ' +
    'sendInBlueTrigger taigaTrigger togglTrigger trelloTrigger workableTrigger',
} satisfies Partial<Record<Trait, string>>;

/** Triggers that n8n saves without a single parameter; any other one with none has been stripped. */
const complete = new Set(
  'manualTrigger start errorTrigger executeWorkflowTrigger cron interval evaluationTrigger'.split(' '),
);

const own: [string, NodeEntry][] = Object.entries(triggersOf).flatMap(([trait, names]) =>
  names
    .split(' ')
    .map((name): [string, NodeEntry] => [
      `n8n-nodes-base.${name}`,
      { ...starts(trait as Trait), needsParameters: !complete.has(name) },
    ]),
);

/** Everything a flow can start with. */
export const triggers: Catalogue = {
  ...Object.fromEntries(own),
  'n8n-nodes-base.n8nTrigger': starts('starts:webhook'),
  'n8n-nodes-base.workflowTrigger': starts('starts:webhook'),
  '@n8n/n8n-nodes-langchain.chatTrigger': { ...starts('starts:chat'), needsParameters: true },
  '@n8n/n8n-nodes-langchain.manualChatTrigger': starts('starts:chat'),
  '@n8n/n8n-nodes-langchain.mcpTrigger': { ...starts('starts:tool-server'), needsParameters: true },
  '@n8n/n8n-nodes-langchain.microsoftAgent365Trigger': starts('starts:team'),
  'n8n-nodes-base.localFileTrigger': starts('starts:record'),
  '@blotato/n8n-nodes-blotato.blotatoTrigger': starts('starts:feed'),
  'n8n-nodes-klicktipp.klicktippTrigger': starts('starts:record'),
  '@devlikeapro/n8n-nodes-waha.wahaTrigger': starts('starts:chat'),
  'n8n-nodes-wati.watiTrigger': starts('starts:chat'),
  'n8n-nodes-signal-cli-rest-api.signalTrigger': starts('starts:chat'),
  '@telepilotco/n8n-nodes-telepilot.telePilotTrigger': starts('starts:chat'),
  'n8n-nodes-resend.resendTrigger': starts('starts:webhook'),
  '@zohomail/n8n-nodes-zohomail.zohoMailTrigger': starts('starts:email'),
  'n8n-nodes-tallyforms.tallyTrigger': starts('starts:form'),
  'n8n-nodes-1shot.oneShotWebhook': starts('starts:webhook'),
};
