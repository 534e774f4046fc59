import { internal, makesMedia, outside, reads, transforms, writesText } from '../verbs.ts';
import { at, type HostEntry } from './rule.ts';

const numbers = internal('turns text into numbers');

/** Language models, picture, voice and video services. */
export const modelHosts: readonly HostEntry[] = [
  ...at(
    'api.openai.com',
    ['', '/images', makesMedia],
    ['', '/audio/speech', makesMedia],
    ['', '/videos', makesMedia],
    ['', '/embeddings', numbers],
    ['', '/audio/transcriptions', transforms],
    ['POST', '/files', internal('files kept at the provider for the model')],
    ['POST', '', writesText],
    ['GET', '', reads],
  ),
  ...at(
    'openrouter.ai api.deepseek.com api.anthropic.com api.groq.com api.perplexity.ai api.mistral.ai api.cohere.ai api.cohere.com ' +
      'api.together.xyz api.x.ai api.fireworks.ai api.cerebras.ai api.moonshot.cn api.moonshot.ai open.bigmodel.cn api.aimlapi.com ' +
      'dashscope.aliyuncs.com dashscope-intl.aliyuncs.com ark.ap-southeast.bytepluses.com ark.cn-beijing.volces.com',
    ['', '/embed', numbers],
    ['', '/rerank', numbers],
    ['', '/images', makesMedia],
    ['', '/generations', makesMedia],
    ['', '/ocr', transforms],
    ['POST', '', writesText],
    ['GET', '', reads],
  ),
  ...at('www.chatbase.co', ['POST', '/chat', writesText]),
  ...at(
    'generativelanguage.googleapis.com',
    ['', 'mbed', numbers],
    ['', 'image', makesMedia],
    ['', 'veo', makesMedia],
    ['POST', ':generateContent', writesText],
    ['', '', outside],
  ),
  ...at(
    '*.openai.azure.com *.cognitiveservices.azure.com',
    ['', '/embeddings', numbers],
    ['POST', '', writesText],
  ),
  ...at(
    'router.huggingface.co api-inference.huggingface.co',
    ['', '/feature-extraction', numbers],
    ['', '', outside],
  ),
  ...at(
    'api.kie.ai queue.fal.run fal.run api.heygen.com api.replicate.com api.novita.ai api.atlascloud.ai api.geminigen.ai ' +
      'api.runwayml.com api.dev.runwayml.com api.d-id.com api.stability.ai api.creatomate.com api.wavespeed.ai api.runware.ai ' +
      'api.ideogram.ai api.bfl.ml api.bfl.ai api.magichour.ai api.goapi.ai api.piapi.ai clipdrop-api.co api.klingai.com ' +
      'api-singapore.klingai.com api.shotstack.io api.json2video.com api.placid.app api.submagic.co api.synthesia.io tavusapi.com ' +
      'api.lumalabs.ai api.bannerbear.com hcti.io',
    ['GET', '', reads],
    ['', '', makesMedia],
  ),
  ...at('image.pollinations.ai', ['', '', makesMedia]),
  ...at('text.pollinations.ai', ['', '', writesText]),
  ...at(
    'api.assemblyai.com api.deepgram.com api.ocr.space api.pdf.co api.mindee.net v2.convertapi.com api.freeconvert.com',
    ['GET', '', reads],
    ['', '', transforms],
  ),
];
