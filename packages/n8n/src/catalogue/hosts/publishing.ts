import { campaign, deletes, outside, publishes, reads, sends, writes } from '../verbs.ts';
import { at, type HostEntry } from './rule.ts';

const whatsAppOrMessenger = sends('messenger', {
  to: ['to', 'recipient'],
  body: ['body', 'text', 'message', 'components', 'link', 'caption'],
});

/** Public platforms, and services that post to several of them. */
export const publishingHosts: readonly HostEntry[] = [
  ...at(
    'graph.facebook.com graph-video.facebook.com',
    ['POST', '/messages', whatsAppOrMessenger],
    ['POST', '/media_publish', publishes('social', 'caption')],
    ['POST', '/media', writes],
    ['POST', '/feed', publishes('social', 'message')],
    ['POST', '/photos', publishes('social', 'caption', 'message')],
    ['POST', '/videos', publishes('social', 'description')],
    ['POST', '/video_reels', publishes('social', 'description')],
    ['POST', '_stories', publishes('social', 'caption')],
    ['POST', '/comments', publishes('social', 'message')],
    ['POST', '/replies', publishes('social', 'message')],
    ['POST', '/private_replies', sends('messenger', { recipient: 'origin', body: ['message'] })],
    ['POST', '/act_', writes],
    ['GET', '', reads],
    ['DELETE', '', deletes],
  ),
  ...at(
    'graph.instagram.com',
    ['POST', '/messages', whatsAppOrMessenger],
    ['POST', '/media_publish', publishes('social', 'caption')],
    ['POST', '/media', writes],
    ['POST', '/replies', publishes('social', 'message')],
    ['GET', '', reads],
  ),
  ...at(
    'graph.threads.net',
    ['POST', '/threads_publish', publishes('social', 'text')],
    ['POST', '/threads', writes],
    ['GET', '', reads],
  ),
  ...at(
    'api.linkedin.com',
    ['POST', '/rest/posts', publishes('social', 'commentary')],
    ['PATCH', '/rest/posts', publishes('social', 'commentary')],
    ['POST', '/ugcPosts', publishes('social', 'text')],
    ['POST', '/comments', publishes('social', 'text')],
    ['POST', '/shares', publishes('social', 'text')],
    ['POST', '/messages', sends('messenger', { to: ['recipients'], body: ['body'] })],
    ['POST', '', writes],
    ['PUT', '', writes],
    ['GET', '', reads],
    ['DELETE', '', deletes],
  ),
  ...at(
    'api.twitter.com api.x.com',
    ['POST', '/dm_conversations', sends('messenger', { recipient: 'origin', body: ['text'] })],
    ['POST', '/tweets', publishes('social', 'text')],
    ['POST', '/media', writes],
    ['GET', '', reads],
    ['DELETE', '', deletes],
  ),
  ...at('upload.twitter.com', ['', '', writes]),
  ...at(
    'api.twitterapi.io',
    ['POST', 'create_tweet', publishes('social', 'tweet_text', 'text')],
    ['', '', reads],
  ),
  ...at(
    'oauth.reddit.com',
    ['POST', '/api/submit', publishes('social', 'title', 'text')],
    ['POST', '/api/comment', publishes('social', 'text')],
    ['GET', '', reads],
  ),
  ...at(
    'bsky.social',
    ['POST', 'createSession', outside],
    ['POST', 'createRecord', publishes('social', 'text')],
    ['GET', '', reads],
  ),
  ...at(
    'open.tiktokapis.com',
    ['POST', '/publish/status', reads],
    ['POST', '/publish', publishes('social', 'title')],
  ),
  ...at(
    'api.pinterest.com',
    ['POST', '/pins', publishes('social', 'title', 'description')],
    ['POST', '', writes],
    ['GET', '', reads],
  ),
  ...at(
    'mybusiness.googleapis.com',
    ['POST', '/localPosts', publishes('social', 'summary')],
    ['PUT', '/reply', publishes('social', 'comment')],
    ['GET', '', reads],
  ),
  // One call, several platforms
  ...at(
    'backend.blotato.com',
    ['POST', '/posts', publishes('social', 'text')],
    ['POST', '/media', writes],
    ['GET', '', reads],
  ),
  ...at(
    'api.postiz.com',
    ['POST', '/posts', publishes('social', 'content')],
    ['POST', '/upload', writes],
    ['GET', '', reads],
  ),
  ...at(
    'getlate.dev',
    ['POST', '/posts', publishes('social', 'content')],
    ['POST', '/media', writes],
    ['GET', '', reads],
  ),
  ...at('api.upload-post.com', ['POST', '', publishes('social', 'title', 'caption')], ['GET', '', reads]),
  ...at(
    'api.ayrshare.com app.ayrshare.com',
    ['POST', '/post', publishes('social', 'post')],
    ['POST', '/comments', publishes('social', 'comment')],
    ['GET', '', reads],
  ),
  ...at('app.publer.com app.publer.io', ['POST', '/posts', publishes('social', 'text')], ['GET', '', reads]),
  ...at('app.metricool.com', ['POST', '/posts', publishes('social', 'text')], ['GET', '', reads]),
  ...at('api.bufferapp.com api.buffer.com', ['POST', '', publishes('social', 'text')], ['GET', '', reads]),
  // Pages
  ...at('api.medium.com', ['POST', '/posts', publishes('web', 'title', 'content')], ['GET', '', reads]),
  ...at(
    'public-api.wordpress.com',
    ['POST', '/posts', publishes('web', 'title', 'content')],
    ['GET', '', reads],
  ),
  ...at('dev.to', ['POST', '/api/articles', publishes('web', 'title', 'body_markdown')], ['GET', '', reads]),
  ...at(
    'api.webflow.com',
    ['POST', '/live', publishes('web', 'fieldData')],
    ['POST', '/publish', publishes('web')],
    ['POST', '/items', writes],
    ['GET', '', reads],
  ),
  ...at('api.pitchlane.com', ['POST', '/campaigns', campaign]),
];
