import type { Catalogue } from './entry.ts';
import { always, deletes, internal, publishes, reads, recordSystem, sends } from './verbs.ts';

const applause = internal('a like or repost carries no words of the business');

/** Public platforms and web pages. */
export const publishing: Catalogue = {
  'n8n-nodes-base.linkedIn': always(publishes('social', 'text', 'additionalFields.title', 'additionalFields.description')),
  'n8n-nodes-base.twitter': {
    resource: 'tweet',
    operation: 'create',
    needsParameters: true,
    operations: {
      'tweet.create': publishes('social', 'text'),
      'directMessage.create': sends('messenger', { to: ['user'], body: ['text'] }),
      'tweet.delete': deletes,
      'tweet.like': applause,
      'tweet.retweet': publishes('social'),
      'tweet.search': reads,
      'user.*': reads,
      'list.*': applause,
    },
  },
  'n8n-nodes-base.facebookGraphApi': {
    operation: 'GET',
    operationParameter: 'httpRequestMethod',
    needsParameters: true,
    operations: { GET: reads, POST: publishes('social', 'options'), DELETE: deletes },
  },
  'n8n-nodes-base.reddit': recordSystem(
    { resource: 'post', operation: 'create' },
    {
      'post.create': publishes('social', 'title', 'text', 'url'),
      'postComment.create': publishes('social', 'commentText'),
      'postComment.reply': publishes('social', 'replyText'),
      'profile.get': reads,
      'subreddit.get': reads,
    },
  ),
  'n8n-nodes-base.medium': recordSystem({ resource: 'post', operation: 'create' }, { 'post.create': publishes('web', 'title', 'content') }),
  'n8n-nodes-base.youTube': recordSystem(
    { resource: 'channel', operation: 'getAll' },
    { 'video.upload': publishes('social', 'title', 'options.description'), 'video.update': publishes('social', 'title'), 'video.rate': applause },
  ),
  'n8n-nodes-base.googleBusinessProfile': recordSystem(
    { resource: 'post', operation: 'create' },
    { 'post.create': publishes('social', 'summary'), 'post.update': publishes('social', 'summary'), 'review.reply': publishes('social', 'reply') },
  ),
  'n8n-nodes-base.discourse': recordSystem({ resource: 'post', operation: 'create' }, { 'post.create': publishes('social', 'title', 'content') }),
  'n8n-nodes-base.disqus': recordSystem(),
  'n8n-nodes-base.hackerNews': recordSystem({ resource: 'article', operation: 'get' }),
  'n8n-nodes-base.wordpress': recordSystem(
    { resource: 'post', operation: 'create' },
    {
      'post.create': { ...publishes('web', 'title', 'additionalFields.content'), publishedIf: { path: ['additionalFields.status'], is: 'publish' } },
      'post.update': { ...publishes('web', 'updateFields.content', 'updateFields.title'), publishedIf: { path: ['updateFields.status'], is: 'publish' } },
      'page.create': { ...publishes('web', 'title', 'additionalFields.content'), publishedIf: { path: ['additionalFields.status'], is: 'publish' } },
      'page.update': { ...publishes('web', 'updateFields.content'), publishedIf: { path: ['updateFields.status'], is: 'publish' } },
    },
  ),
  'n8n-nodes-base.ghost': recordSystem(
    { resource: 'post', operation: 'create' },
    { 'post.create': publishes('web', 'title', 'content'), 'post.update': publishes('web', 'updateFields') },
  ),
  'n8n-nodes-base.storyblok': recordSystem({}, { 'story.publish': publishes('web') }),
  'n8n-nodes-base.webflow': recordSystem({ resource: 'item', operation: 'create' }, { 'item.create': publishes('web', 'fieldsUi'), 'item.update': publishes('web', 'fieldsUi') }),
  '@blotato/n8n-nodes-blotato.blotato': recordSystem(
    { resource: 'post', operation: 'create' },
    { 'post.create': publishes('social', 'postContentText'), 'media.upload': internal('puts a file in the media library; nothing is shown yet'), 'video.create': { traits: ['generates:media'] } },
  ),
  'n8n-nodes-upload-post.uploadPost': recordSystem(
    {},
    Object.fromEntries(['uploadPhotos', 'uploadVideo', 'uploadText', 'uploadDocument'].map((name) => [name, publishes('social', 'title', 'description')])),
  ),
  'n8n-nodes-postiz.postiz': recordSystem({}, { createPost: publishes('social', 'posts', 'content'), uploadFile: internal('puts a file in the media library; nothing is shown yet') }),
  '@muench-dev/n8n-nodes-bluesky.bluesky': recordSystem({ resource: 'post', operation: 'post' }, { post: publishes('social', 'postText') }),
};
