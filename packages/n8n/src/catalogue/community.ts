import type { Catalogue } from './entry.ts';
import {
  always,
  campaign,
  changesList,
  each,
  internal,
  makesMedia,
  money,
  publishes,
  reads,
  recordSystem,
  sends,
  sendsAndWaits,
  transforms,
  types,
  writes,
} from './verbs.ts';

const inLibrary = internal('puts a file in the media library; nothing is shown yet');

const posts = publishes('social', 'title', 'caption', 'description');

/** Types from packages of other people, as far as real flows use them. */
export const community: Catalogue = {
  ...types('n8n-nodes-resend.resend', {
    resource: 'email',
    operation: 'send',
    needsParameters: true,
    keepsRecords: true,
    operations: {
      ...each(
        'email.send emails.send send',
        sends('email', {
          to: ['toEmail', 'to', 'sendTo'],
          from: ['additionalOptions.replyTo', 'fromEmail', 'from'],
          subject: ['subject'],
          body: ['htmlBody', 'textBody', 'html', 'text', 'htmlContent', 'textContent'],
          template: ['emailTemplateId', 'templateId'],
          merge: ['templateVariables'],
        }),
      ),
      ...each(
        'email.sendAndWait emails.sendAndWait sendAndWait',
        sendsAndWaits('email', {
          to: ['sendTo', 'toEmail'],
          from: ['sendFrom'],
          subject: ['subject'],
          body: ['message'],
        }),
      ),
      'broadcasts.send': campaign,
      'broadcast.send': campaign,
      ...each('contacts.create contacts.update contacts.delete', changesList),
    },
  }),
  ...types(
    'CUSTOM.instantly',
    recordSystem({ 'lead.addToCampaign': campaign, 'lead.getMany': { traits: ['reads:list'] } }),
  ),
  ...types('CUSTOM.klicktipp', always(changesList)),
  // Public platforms
  ...types('@blotato/n8n-nodes-blotato.blotato', {
    resource: 'post',
    operation: 'create',
    needsParameters: true,
    operations: {
      'post.create': publishes('social', 'postContentText', 'options'),
      ...each('post.get post.getAll video.get media.get', reads),
      'media.*': inLibrary,
      'video.*': makesMedia,
    },
  }),
  ...types('n8n-nodes-upload-post.uploadPost', {
    operation: 'uploadPhotos',
    needsParameters: true,
    keepsRecords: true,
    operations: each('uploadPhotos uploadVideo uploadText uploadDocument', posts),
  }),
  ...types('n8n-nodes-postiz.postiz', {
    operation: 'createPost',
    needsParameters: true,
    keepsRecords: true,
    operations: { createPost: publishes('social', 'posts', 'content'), uploadFile: inLibrary },
  }),
  ...types('@muench-dev/n8n-nodes-bluesky.bluesky', {
    resource: 'post',
    operation: 'post',
    needsParameters: true,
    keepsRecords: true,
    operations: {
      ...each('post reply', publishes('social', 'postText')),
      ...each('like repost', internal('a like carries no words of the business')),
    },
  }),
  ...types('@mookielianhd/n8n-nodes-instagram.instagram', {
    needsParameters: true,
    keepsRecords: true,
    operations: each(
      'publish image.publish reels.publish stories.publish carousel.publish',
      publishes('social', 'caption'),
    ),
  }),
  // Payments on a blockchain: a call of a contract may move money.
  ...types('n8n-nodes-1shot.oneShot n8n-nodes-1shot.oneShotSynch', {
    operation: 'execute',
    needsParameters: true,
    keepsRecords: true,
    operations: {
      ...each('execute executeAsDelegator transfer', money),
      ...each('simulate read assureContractMethodsFromPrompt transactions.* wallets.get wallets.list', reads),
      ...each('wallets.create wallets.*', writes),
    },
  }),
  ...types(
    'n8n-nodes-keephub.keephub',
    recordSystem({ 'task.*': writes, ...each('user.* orgchart.*', reads) }),
  ),
  ...types('n8n-nodes-vtiger-crm.vtigerNode', recordSystem()),
  ...types(
    '@apify/n8n-nodes-apify.apify @apify/n8n-nodes-preview-apify.apify n8n-nodes-serpapi.serpApi @tavily/n8n-nodes-tavily.tavily ' +
      '@decodo/n8n-nodes-decodo.decodo @decodo/n8n-nodes-preview-decodo.decodo @brightdata/n8n-nodes-brightdata.brightData ' +
      'n8n-nodes-brightdata.brightData @mendable/n8n-nodes-firecrawl.firecrawl @exploriumai/n8n-nodes-explorium-ai.exploriumApiNode ' +
      'n8n-nodes-browseract.browserAct n8n-nodes-verifiemail.verifiEmail n8n-nodes-mrscraper.mrscraper n8n-nodes-scrapegraphai.scrapegraphAi ' +
      '@brave/n8n-nodes-brave-search.braveSearch @seranking/n8n-nodes-seranking.seRanking n8n-nodes-olostep.olostepScrape ' +
      'n8n-nodes-youtube-transcription-dmr.youtubeTranscripter @searchapi/n8n-nodes-searchapi.searchApi',
    always(reads, false),
  ),
  ...types(
    'n8n-nodes-htmlcsstopdf.htmlcsstopdf @pdfgeneratorapi/n8n-nodes-pdf-generator-api.pdfGeneratorApi n8n-nodes-templated.templated ' +
      'n8n-nodes-htmlcsstoimage.htmlCssToImage @custom-js/n8n-nodes-pdf-toolkit.mergePdfs',
    always(transforms),
  ),
  ...types('n8n-nodes-uploadtourl.uploadToUrl', always(writes)),
};
