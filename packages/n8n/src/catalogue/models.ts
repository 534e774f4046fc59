import type { Trait } from '@plumbline/core';
import type { Catalogue, Does, NodeEntry } from './entry.ts';
import { always, code, internal, judges, makesMedia, outside, reads, recordVerbs, transforms, writesText } from './verbs.ts';

const langchain = '@n8n/n8n-nodes-langchain.';
const family = (names: string, entry: NodeEntry): Catalogue =>
  Object.fromEntries(names.split(' ').map((name) => [`${langchain}${name}`, entry]));

const model = always({ traits: ['model' as Trait] }, false);
const part = (reason: string): NodeEntry => always(internal(reason), false);
const kept: Does = internal('files and settings kept at the provider');

/** A provider's node: text, pictures, sound. */
const provider = (resource: string, operation: string): NodeEntry => ({
  resource,
  operation,
  needsParameters: true,
  operations: {
    'text.classify': judges,
    'text.*': writesText,
    'prompt.*': writesText,
    'chat.*': writesText,
    'assistant.message': writesText,
    'assistant.*': kept,
    'conversation.*': kept,
    'file.*': kept,
    'fileSearch.*': kept,
    'image.analyze': writesText,
    'image.*': makesMedia,
    'audio.transcribe': transforms,
    'audio.translate': transforms,
    'audio.analyze': writesText,
    'audio.*': makesMedia,
    'video.analyze': writesText,
    'video.download': reads,
    'video.*': makesMedia,
    'document.*': writesText,
    'response.*': writesText,
  },
});

/** Language models, agents and everything attached to them. */
export const models: Catalogue = {
  ...family('agent messageAnAgent chainLlm chainRetrievalQa chainSummarization openAiAssistant toolExecutor', always(writesText, false)),
  ...family('agentTool', always(writesText, false)),
  ...family('informationExtractor', always({ traits: ['judges:model', 'transforms'] }, false)),
  ...family('textClassifier sentimentAnalysis', { ...always({ traits: ['judges:model', 'decides'] }, false), outputs: 'many' }),
  ...family('guardrails', { ...always({ traits: ['judges:model', 'decides'] }, false), outputs: 2 }),
  ...family('openAi', provider('text', 'message')),
  ...family('googleGemini anthropic ollama alibabaCloud minimax moonshot', provider('text', 'message')),
  ...family(
    'lmChatAlibabaCloud lmChatAnthropic lmChatAwsBedrock lmChatAzureOpenAi lmChatCohere lmChatDatabricks lmChatDeepSeek lmChatGoogleGemini ' +
      'lmChatGoogleVertex lmChatGroq lmChatLemonade lmChatMinimax lmChatMistralCloud lmChatMoonshot lmChatNvidia lmChatOllama lmChatOpenAi ' +
      'lmChatOpenRouter lmChatVercelAiGateway lmChatXAiGrok lmCohere lmLemonade lmOllama lmOpenAi lmOpenHuggingFaceInference modelSelector',
    model,
  ),
  ...family(
    'embeddingsAwsBedrock embeddingsAzureOpenAi embeddingsCohere embeddingsDatabricks embeddingsGoogleGemini embeddingsGoogleVertex ' +
      'embeddingsHuggingFaceInference embeddingsLemonade embeddingsMistralCloud embeddingsNvidia embeddingsOllama embeddingsOpenAi embeddingsOracleDb',
    part('turns text into numbers for a search'),
  ),
  ...family(
    'memoryBufferWindow memoryChatRetriever memoryManager memoryMongoDbChat memoryMotorhead memoryPostgresChat memoryRedisChat memoryXata memoryZep',
    part('remembers a conversation for the model'),
  ),
  ...family('outputParserAutofixing outputParserItemList outputParserStructured', part('gives the form in which a model answers')),
  ...family('textSplitterCharacterTextSplitter textSplitterRecursiveCharacterTextSplitter textSplitterTokenSplitter', part('cuts text for a search')),
  ...family('documentBinaryInputLoader documentDefaultDataLoader documentGithubLoader documentJsonInputLoader', part('loads text for a search')),
  ...family('rerankerCohere retrieverContextualCompression retrieverMultiQuery retrieverVectorStore', part('searches for the model')),
  ...family('retrieverWorkflow', always({ traits: ['calls:flow'] })),
  ...family(
    'chatHubVectorStorePGVector chatHubVectorStorePinecone chatHubVectorStoreQdrant vectorStoreAzureAISearch vectorStoreChromaDB vectorStoreInMemory ' +
      'vectorStoreInMemoryInsert vectorStoreInMemoryLoad vectorStoreMilvus vectorStoreMongoDBAtlas vectorStoreOracleDBVector vectorStorePGVector ' +
      'vectorStorePinecone vectorStorePineconeInsert vectorStorePineconeLoad vectorStoreQdrant vectorStoreRedis vectorStoreSupabase ' +
      'vectorStoreSupabaseInsert vectorStoreSupabaseLoad vectorStoreWeaviate vectorStoreZep vectorStoreZepInsert vectorStoreZepLoad',
    always(reads, false),
  ),
  ...family('toolCalculator toolThink', part('thinks or counts for the model')),
  ...family('toolVectorStore toolWikipedia toolWolframAlpha toolSerpApi toolSearXng', always(reads, false)),
  ...family('toolCode code', always(code)),
  ...family('toolHttpRequest', always(outside)),
  ...family('toolWorkflow', always({ traits: ['calls:flow'] })),
  ...family('mcpClientTool mcpRegistryClientTool mcpClient', always({ traits: ['calls:tools'] })),
  'n8n-nodes-mcp.mcpClient': always({ traits: ['calls:tools'] }),
  'n8n-nodes-base.openAi': {
    resource: 'text',
    operation: 'complete',
    needsParameters: true,
    operations: { 'chat.*': writesText, 'text.moderate': judges, 'text.*': writesText, 'image.*': makesMedia },
  },
  'n8n-nodes-base.perplexity': always(writesText),
  '@watzon/n8n-nodes-perplexity.perplexity': always(writesText),
  'n8n-nodes-base.mistralAi': always(transforms),
  'n8n-nodes-base.jinaAi': always(reads),
  'n8n-nodes-base.humanticAi': { needsParameters: true, operations: recordVerbs },
  'n8n-nodes-base.aiTransform': always(code),
  'n8n-nodes-base.googleTranslate': always(transforms),
  'n8n-nodes-base.deepL': always(transforms),
  'n8n-nodes-base.lingvaNex': always(transforms),
  'n8n-nodes-base.awsComprehend': always(judges),
  'n8n-nodes-base.awsRekognition': always(judges),
  'n8n-nodes-base.googleCloudNaturalLanguage': always(judges),
  'n8n-nodes-base.googlePerspective': always(judges),
  'n8n-nodes-base.awsTextract': always(transforms),
  'n8n-nodes-base.awsTranscribe': always(transforms),
  'n8n-nodes-base.mindee': always(transforms),
  'n8n-nodes-scrapegraphai.scrapegraphAi': always(reads),
  '@vlm-run/n8n-nodes-vlmrun.vlmRun': always(transforms),
};
