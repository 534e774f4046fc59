import type { Catalogue } from './entry.ts';
import { always, money, outside, reads, recordSystem, sends, writes } from './verbs.ts';

const base = (names: string): Catalogue =>
  Object.fromEntries(names.split(' ').map((name) => [`n8n-nodes-base.${name}`, recordSystem()]));
const reading = (names: string): Catalogue =>
  Object.fromEntries(names.split(' ').map((name) => [name.includes('.') ? name : `n8n-nodes-base.${name}`, always(reads, false)]));

/** Databases, spreadsheets, files, shops, CRMs: what keeps records. */
export const records: Catalogue = {
  'n8n-nodes-base.googleSheets': recordSystem({ resource: 'sheet', operation: 'read' }),
  'n8n-nodes-base.airtable': recordSystem({ resource: 'record', operation: 'get' }),
  'n8n-nodes-base.notion': recordSystem({ resource: 'page', operation: 'create' }),
  'n8n-nodes-base.postgres': recordSystem({ resource: 'database', operation: 'insert' }),
  'n8n-nodes-base.mySql': recordSystem({ resource: 'database', operation: 'insert' }),
  'n8n-nodes-base.supabase': recordSystem({ resource: 'row', operation: 'create' }),
  'n8n-nodes-base.mongoDb': recordSystem({ operation: 'find' }),
  'n8n-nodes-base.redis': recordSystem({ operation: 'info' }),
  'n8n-nodes-base.dataTable': recordSystem({ resource: 'row', operation: 'insert' }),
  'n8n-nodes-base.googleDrive': recordSystem({ resource: 'file', operation: 'upload' }),
  'n8n-nodes-base.googleDocs': recordSystem({ resource: 'document', operation: 'create' }),
  'n8n-nodes-base.shopify': recordSystem({ resource: 'order', operation: 'create' }),
  'n8n-nodes-base.wooCommerce': recordSystem({ resource: 'product', operation: 'create' }),
  'n8n-nodes-base.github': recordSystem({ resource: 'issue', operation: 'create' }),
  'n8n-nodes-base.clickUp': recordSystem({ resource: 'task', operation: 'create' }),
  'n8n-nodes-base.trello': recordSystem({ resource: 'card', operation: 'create' }),
  'n8n-nodes-base.asana': recordSystem({ resource: 'task', operation: 'create' }),
  'n8n-nodes-base.todoist': recordSystem({ resource: 'task', operation: 'create' }),
  'n8n-nodes-base.n8n': recordSystem({ resource: 'workflow', operation: 'getAll' }),
  'n8n-nodes-base.microsoftExcel': recordSystem({ resource: 'workbook', operation: 'getAll' }),
  'n8n-nodes-base.pipedrive': recordSystem({ resource: 'deal', operation: 'create' }),
  'n8n-nodes-base.zohoCrm': recordSystem({ resource: 'account', operation: 'create' }),
  'n8n-nodes-base.stripe': recordSystem(
    { resource: 'balance', operation: 'get' },
    { 'charge.create': money, 'charge.update': writes, 'source.create': money },
  ),
  'n8n-nodes-base.payPal': recordSystem({ resource: 'payout', operation: 'create' }, { 'payout.create': money, 'payoutItem.cancel': money }),
  'n8n-nodes-base.wise': recordSystem({ resource: 'account' }, { 'transfer.create': money, 'transfer.execute': money }),
  'n8n-nodes-base.chargebee': recordSystem({}, { 'subscription.cancel': money, 'subscription.delete': money, 'invoice.list': reads }),
  'n8n-nodes-base.quickbooks': recordSystem(
    { resource: 'customer', operation: 'get' },
    Object.fromEntries(['invoice', 'estimate'].map((resource) => [`${resource}.send`, sends('email', { to: ['email'], template: true })])),
  ),
  'n8n-nodes-base.invoiceNinja': recordSystem({}, { 'invoice.email': sends('email', { recipient: 'list', template: true }), 'quote.email': sends('email', { recipient: 'list', template: true }) }),
  ...base(
    'adalo affinity agileCrm awsDynamoDb awsS3 azureCosmosDb azureStorage bambooHr baserow beeminder bitly bitwarden box bubble circleCi clockify ' +
      'cockpit coda confluence contentful copper cortex cratedDb crateDb customerDatastore databricks dropbox elasticsearch elasticSecurity erpNext figma ' +
      'fileMaker flow formIo ftp git gitlab bitbucket googleAnalytics googleBigQuery googleCloudStorage googleContacts googleFirebaseCloudFirestore ' +
      'googleFirebaseRealtimeDatabase googleSlides googleTasks grist gSuiteAdmin harvest highLevel hubspotCrm jenkins kafka kitemaker koBoToolbox ldap ' +
      'linkedInAds magento2 marketstack metabase microsoftDynamicsCrm microsoftEntra microsoftGraphSecurity microsoftOneDrive microsoftSharePoint ' +
      'microsoftSql microsoftToDo mispproject misp mondayCom monicaCrm mqtt nextCloud nocoDb npm odoo okta orbit oura paddle pipeline postBin postHog ' +
      'profitWell questDb quickbase quickBase raindrop rabbitmq rundeck s3 salesmate seaTable segment snowflake splunk spotify stackby strapi strava ' +
      'supabaseVector taiga tapfiliate timescaleDb travisCi unleashedSoftware uptimeRobot venafiTlsProtectCloud venafiTlsProtectDatacenter wekan workable ' +
      'xero yourls zohoBooks netlify amqp awsSns awsSqs awsCognito awsIam awsElb awsCertificateManager cloudflare citrixAdc oracleDatabase currents filemaker freshworksCrm gong googleAds grafana microsoftDataverse microsoftExcelSharePoint ' +
      'n8nTrainingCustomerDatastore',
  ),
  ...reading(
    'rssFeedRead httpBin openWeatherMap nasa hunter clearbit dropcontact uplead uproc Brandfetch coinGecko googleBooks phantombuster urlScanIo ' +
      'securityScorecard peekalink oneSimpleApi airtop dhl loneScale mailcheck openThesaurus @apify/n8n-nodes-apify.apify @apify/n8n-nodes-preview-apify.apify n8n-nodes-serpapi.serpApi ' +
      '@tavily/n8n-nodes-tavily.tavily @decodo/n8n-nodes-decodo.decodo @brightdata/n8n-nodes-brightdata.brightData n8n-nodes-brightdata.brightData ' +
      '@mendable/n8n-nodes-firecrawl.firecrawl @exploriumai/n8n-nodes-explorium-ai.exploriumApiNode n8n-nodes-browseract.browserAct ' +
      '@pinecone-database/n8n-nodes-pinecone-assistant.pineconeAssistant n8n-nodes-verifiemail.verifiEmail n8n-nodes-mrscraper.mrscraper n8n-nodes-qdrant.qdrant',
  ),
  'n8n-nodes-htmlcsstopdf.htmlcsstopdf': always({ traits: ['transforms'] }),
  '@pdfgeneratorapi/n8n-nodes-pdf-generator-api.pdfGeneratorApi': always({ traits: ['transforms'] }),
  'n8n-nodes-templated.templated': always({ traits: ['transforms'] }),
  'n8n-nodes-uploadtourl.uploadToUrl': always(writes),
  'n8n-nodes-base.graphql': always(outside),
  'n8n-nodes-base.httpRequest': always(outside),
  'n8n-nodes-base.awsLambda': always(outside),
};
