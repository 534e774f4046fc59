import type { Catalogue, Does } from './entry.ts';
import {
  always,
  deletes,
  draftsPage,
  each,
  internal,
  outside,
  publishes,
  reads,
  recordSystem,
  sends,
  types,
  unless,
  unlessPossibly,
  writes,
} from './verbs.ts';

const applause = internal('a like or a vote carries no words of the business');

/** A new page or post stays a draft unless the status says otherwise. */
const draftUnless = (status: string, live: readonly (string | boolean)[], ...body: readonly string[]): Does =>
  unlessPossibly(draftsPage(...body), status, live, publishes('web', ...body));

const wordPress = (fields: string, ...body: readonly string[]): Does =>
  draftUnless(`${fields}.status`, ['publish', 'future'], ...body);

/** A change keeps the status that the page had, which the file does not tell, unless it makes it a draft. */
const wordPressChange: Does = unless(
  publishes('web', 'updateFields.title', 'updateFields.content'),
  'updateFields.status',
  ['draft', 'pending', 'private'],
  draftsPage('updateFields.title', 'updateFields.content'),
);

const graphPost = publishes('social', 'options.queryParameters', 'options.queryParametersJson');
const graphMessage = sends('messenger', {
  to: ['options.queryParameters', 'options.queryParametersJson'],
  body: ['options.queryParameters', 'options.queryParametersJson'],
});

/** Public platforms and web pages. */
export const publishing: Catalogue = {
  ...types(
    'linkedIn',
    always(publishes('social', 'text', 'additionalFields.title', 'additionalFields.description')),
  ),
  ...types('twitter', {
    needsParameters: true,
    operations: {
      'tweet.create': publishes('social', 'text'),
      'directMessage.create': sends('messenger', { to: ['user', 'userId'], body: ['text'] }),
      'tweet.delete': deletes,
      'tweet.like': applause,
      'tweet.retweet': publishes('social'),
      'tweet.search': reads,
      'user.*': reads,
      'list.*': writes,
    },
  }),
  ...types('facebookGraphApi', {
    operation: 'GET',
    operationParameter: 'httpRequestMethod',
    needsParameters: true,
    operations: {
      GET: reads,
      DELETE: deletes,
      // What a POST does hangs on the edge; `media` only makes the container that `media_publish` shows.
      POST: {
        ...outside,
        cases: [
          { parameter: 'edge', is: ['messages'], does: graphMessage },
          {
            parameter: 'edge',
            is: [
              'feed',
              'photos',
              'videos',
              'media_publish',
              'comments',
              'replies',
              'posts',
              'video_reels',
              'photo_stories',
            ],
            does: graphPost,
          },
          { parameter: 'edge', is: ['media', 'thumbnails'], does: writes },
        ],
      },
    },
  }),
  ...types(
    'reddit',
    recordSystem({
      'post.create': publishes('social', 'title', 'text', 'url'),
      'postComment.create': publishes('social', 'commentText'),
      'postComment.reply': publishes('social', 'replyText'),
    }),
  ),
  ...types(
    'medium',
    recordSystem({
      'post.create': unless(
        publishes('web', 'title', 'content'),
        'additionalFields.publishStatus',
        ['draft', 'unlisted'],
        draftsPage('title', 'content'),
      ),
    }),
  ),
  ...types(
    'youTube',
    recordSystem({
      'video.upload': unless(
        publishes('social', 'title', 'options.description'),
        'options.privacyStatus',
        ['private'],
        draftsPage('title', 'options.description'),
      ),
      'video.update': publishes('social', 'title', 'updateFields.description'),
      'video.rate': applause,
      'channel.uploadBanner': writes,
    }),
  ),
  ...types(
    'googleBusinessProfile',
    recordSystem({
      'post.create': publishes('social', 'summary', 'title'),
      'post.update': publishes('social', 'summary', 'updateFields'),
      'review.reply': publishes('social', 'reply'),
    }),
  ),
  ...types(
    'discourse',
    recordSystem({
      'post.create': publishes('social', 'title', 'content'),
      'post.update': publishes('social', 'content'),
    }),
  ),
  ...types('disqus hackerNews', recordSystem({ ...each('article.get all.getAll user.get', reads) })),
  ...types(
    'wordpress',
    recordSystem({
      ...each('post.create page.create', wordPress('additionalFields', 'title', 'additionalFields.content')),
      ...each('post.update page.update', wordPressChange),
    }),
  ),
  ...types(
    'ghost',
    recordSystem({
      'post.create': draftUnless('additionalFields.status', ['published', 'scheduled'], 'title', 'content'),
      'post.update': unless(
        publishes('web', 'updateFields.title', 'updateFields.content', 'updateFields.contentJson'),
        'updateFields.status',
        ['draft'],
        draftsPage('updateFields.title', 'updateFields.content'),
      ),
    }),
  ),
  ...types(
    'webflow',
    recordSystem({ ...each('item.create item.update', draftUnless('live', [true], 'fieldsUi')) }),
  ),
  ...types(
    'storyblok',
    recordSystem({ 'story.publish': publishes('web', 'storyId'), 'story.unpublish': writes }),
  ),
  ...types('contentful cockpit strapi', recordSystem()),
};
