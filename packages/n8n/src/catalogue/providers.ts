import type { Catalogue, NodeEntry } from './entry.ts';
import {
  always,
  code,
  deletes,
  each,
  internal,
  judges,
  makesMedia,
  reads,
  recordSystem,
  transforms,
  types,
  writes,
  writesText,
} from './verbs.ts';

const langchain = (names: string): string =>
  names
    .split(' ')
    .map((name) => `@n8n/n8n-nodes-langchain.${name}`)
    .join(' ');

const kept = internal('files and settings kept at the provider for the model');
const numbers = internal('turns text into numbers for a search');

/** A provider's node: text, pictures, sound. */
const provider: NodeEntry = {
  resource: 'text',
  operation: 'message',
  needsParameters: true,
  operations: {
    'text.classify': judges,
    ...each(
      'text.* prompt.* chat.* response.* document.* image.analyze audio.analyze video.analyze',
      writesText,
    ),
    'assistant.message': writesText,
    ...each('assistant.deleteAssistant file.deleteFile conversation.remove fileSearch.deleteStore', deletes),
    ...each('assistant.* conversation.* file.* fileSearch.*', kept),
    ...each('audio.transcribe audio.translate', transforms),
    'video.download': reads,
    ...each('image.* audio.* video.*', makesMedia),
  },
};

/** Services that write, draw, translate or sort when asked directly, without an agent. */
export const providers: Catalogue = {
  ...types(langchain('openAi googleGemini anthropic ollama alibabaCloud minimax moonshot'), provider),
  ...types('openAi', {
    needsParameters: true,
    operations: { ...each('chat.* text.*', writesText), 'text.moderate': judges, 'image.*': makesMedia },
  }),
  ...types('perplexity @watzon/n8n-nodes-perplexity.perplexity', {
    needsParameters: true,
    operations: { 'search.*': reads, 'embedding.*': numbers, '*': writesText },
  }),
  ...types('jinaAi', {
    needsParameters: true,
    operations: { 'reader.*': reads, 'research.*': writesText, '*': reads },
  }),
  ...types('mistralAi googleTranslate deepL lingvaNex awsTextract awsTranscribe mindee', always(transforms)),
  ...types('awsComprehend awsRekognition googleCloudNaturalLanguage googlePerspective', always(judges)),
  ...types('aiTransform', always(code)),
  ...types('@elevenlabs/n8n-nodes-elevenlabs.elevenLabs n8n-nodes-elevenlabs.elevenLabs', {
    needsParameters: true,
    operations: {
      speechToText: transforms,
      ...each('voice.get voice.getAll voice.search', reads),
      '*': makesMedia,
    },
  }),
  ...types('@vlm-run/n8n-nodes-vlmrun.vlmRun', {
    needsParameters: true,
    operations: { executeAgent: writesText, artifacts: reads, '*': transforms },
  }),
  ...types('n8n-nodes-contextualai.contextualAi', {
    needsParameters: true,
    operations: { 'Query.*': writesText, 'Datastore.*': writes, '*': reads },
  }),
  ...types(
    '@pinecone-database/n8n-nodes-pinecone-assistant.pineconeAssistant',
    recordSystem({ 'file.uploadFile': writes, '*': reads }),
  ),
  ...types(
    'n8n-nodes-qdrant.qdrant',
    recordSystem({ ...each('point.scrollPoints search.queryPoints collectionExists', reads), '*': reads }),
  ),
};
