import type { Trait } from '@plumbline/core';
import type { Catalogue, NodeEntry } from './entry.ts';
import { always, code, internal, outside, reads, writes, writesText } from './verbs.ts';

const langchain = '@n8n/n8n-nodes-langchain.';
const family = (names: string, entry: NodeEntry): Catalogue =>
  Object.fromEntries(names.split(' ').map((name) => [`${langchain}${name}`, entry]));

const model = always({ traits: ['model' as Trait] }, false);
const part = (reason: string): NodeEntry => always(internal(reason), false);
/** A store of text for searching; `mode` says whether it is filled or searched. */
const store = (needsParameters: boolean): NodeEntry => ({
  operation: 'retrieve',
  operationParameter: 'mode',
  needsParameters,
  operations: { insert: writes, update: writes, '*': reads },
});

/** Language models, agents and everything attached to them. */
export const models: Catalogue = {
  ...family(
    'agent chainLlm chainRetrievalQa chainSummarization openAiAssistant toolExecutor agentTool',
    always(writesText),
  ),
  ...family('informationExtractor', always({ traits: ['judges:model', 'transforms'] })),
  ...family('textClassifier sentimentAnalysis', {
    ...always({ traits: ['judges:model', 'decides'] }),
    outputs: 'many',
  }),
  ...family('guardrails', { ...always({ traits: ['judges:model', 'decides'] }), outputs: 2 }),
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
  ...family(
    'outputParserAutofixing outputParserItemList outputParserStructured',
    part('gives the form in which a model answers'),
  ),
  ...family(
    'textSplitterCharacterTextSplitter textSplitterRecursiveCharacterTextSplitter textSplitterTokenSplitter',
    part('cuts text for a search'),
  ),
  ...family(
    'documentBinaryInputLoader documentDefaultDataLoader documentJsonInputLoader',
    part('loads text for a search'),
  ),
  ...family('documentGithubLoader', always(reads)),
  ...family(
    'rerankerCohere retrieverContextualCompression retrieverMultiQuery retrieverVectorStore',
    part('searches for the model'),
  ),
  ...family('retrieverWorkflow', always({ traits: ['calls:flow'] })),
  ...family(
    'chatHubVectorStorePGVector chatHubVectorStorePinecone chatHubVectorStoreQdrant vectorStoreAzureAISearch vectorStoreChromaDB ' +
      'vectorStoreMilvus vectorStoreMongoDBAtlas vectorStoreOracleDBVector vectorStorePGVector vectorStorePinecone vectorStoreQdrant ' +
      'vectorStoreRedis vectorStoreSupabase vectorStoreWeaviate vectorStoreZep',
    store(true),
  ),
  ...family('vectorStoreInMemory', store(false)),
  ...family(
    'vectorStoreInMemoryInsert vectorStorePineconeInsert vectorStoreSupabaseInsert vectorStoreZepInsert',
    always(writes, false),
  ),
  ...family(
    'vectorStoreInMemoryLoad vectorStorePineconeLoad vectorStoreSupabaseLoad vectorStoreZepLoad',
    always(reads, false),
  ),
  ...family('toolCalculator toolThink', part('thinks or counts for the model')),
  ...family('toolVectorStore toolWikipedia toolWolframAlpha toolSerpApi toolSearXng', always(reads, false)),
  ...family('toolCode code', always(code)),
  ...family('toolHttpRequest', always(outside)),
  ...family('toolWorkflow', always({ traits: ['calls:flow'] })),
  ...family('mcpClientTool mcpRegistryClientTool mcpClient', always({ traits: ['calls:tools'] })),
  'n8n-nodes-base.messageAnAgent': always(writesText),
  'n8n-nodes-mcp.mcpClient': always({ traits: ['calls:tools'] }),
  'n8n-nodes-mcp.mcpClientTool': always({ traits: ['calls:tools'] }),
};
