import { anyOf } from '../../flow/words/any-of.ts';
import { someMatch } from '../../flow/words/matches.ts';

/** Wording about machines that speak, in the languages that shops write in. */

const machine =
  '(?:\\bai\\b|\\ba\\.i\\.|artificial intelligence|chat ?bot|\\bbot\\b|virtual (?:assistant|agent|receptionist)|digital (?:assistant|agent)|automated (?:assistant|agent|system)|\\bki\\b|künstliche intelligenz|\\bia\\b|asistente (?:virtual|autom[aá]tico|digital)|assistente virtual|assistant virtuel|assistente virtuale|inteligencia artificial|robot)';

/** A text in which the sender says of himself, or of the message, that a machine is at work. */
export const saysMachine = anyOf(
  `\\b(?:i am|i['’]m|this is|i'm called|my name is|soy|sou|eu sou|ich bin|je suis|sono|ik ben)\\b[^.!?\\n]{0,60}${machine}`,
  `\\b(?:your|our|ihr|unser|tu|su|nuestr[oa]|notre|votre|nossa|nosso)\\b[^.!?\\n]{0,25}${machine}`,
  '(?:generated|written|created|drafted|composed|prepared) (?:by|with|using|with the help of) (?:an? )?(?:ai\\b|artificial|machine|chatgpt|gpt|language model|automat)',
  'ai[- ](?:generated|written|assisted|powered (?:reply|response|message|answer|assistant))',
  '(?:automated|automatic|auto-?generated|automatically generated) (?:message|reply|response|e-?mail|answer|notification|and sent)',
  'auto-?(?:reply|response|responder)',
  '(?:sent|generated|created) automatically',
  'automatically (?:sent|generated|created)',
  'sent (?:via|by|through|with) [^.\\n]{0,30}(?:automation|\\bbot\\b|\\bai\\b)',
  'automatische (?:antwort|nachricht)',
  'automatisch (?:erstellt|versendet|generiert|erzeugt)',
  'respuesta automática',
  'mensaje automático',
  'generad[oa] (?:por|con) (?:ia|inteligencia)',
  'resposta automática',
  'mensagem automática',
  'réponse automatique',
  'message automatique',
  'généré par (?:une )?(?:ia|intelligence)',
  'asistente autom[aá]tico',
);

const order = new RegExp(
  `(?:introduce yourself|identify yourself|present yourself|presént(?:ate|ese)|apresente-se|stell dich|greet (?:\\w+ ){0,3}as|sign (?:\\w+ ){0,3}as|signature|disclose|(?:inform|tell) (?:the )?(?:user|customer|caller|guest|patient|client|visitor|them|people)s? (?:that )?(?:you|they)|make (?:it )?clear that|state that you|say that you|mention that you|be transparent)[^.\\n]{0,80}${machine}`,
  'gi',
);
const onDemand =
  /if (?:\w+ ){0,3}(?:asked|asks)|when asked|only (?:if|when)|si (?:te )?pregunta|wenn (?:du )?gefragt|se perguntar/i;
const denial = /(?:\bnot|\bnever|n't|n’t|\bno|without|avoid|instead of)\s+(?:\S+\s+){0,4}$/i;

/** Does a prompt order the model to say, unasked, that it is a machine? A greeting it quotes counts. */
export const ordersToSay = (prompts: string): boolean =>
  someMatch(order, prompts, ({ 0: { length }, index }) => {
    const around = prompts.slice(Math.max(0, index - 60), index + length + 40);
    return !onDemand.test(around) && !denial.test(prompts.slice(Math.max(0, index - 50), index));
  }) || quotedGreeting.test(prompts);
const quotedGreeting = new RegExp(
  `["“«'][^"”»'\\n]{0,60}\\b(?:i am|i['’]m|soy|sou|ich bin|je suis|sono|this is)\\b[^"”»'\\n]{0,60}${machine}`,
  'i',
);

/** The model may say what it is when somebody asks. */
export const admitsOnlyIfAsked = new RegExp(
  `(?:if (?:\\w+ ){0,4}(?:asked|asks?)|when asked|si (?:te )?pregunta)[^.\\n]{0,80}(?::\\s{0,4}[^.\\n]{0,80})?${machine}|${machine}[^.\\n]{0,60}(?:if (?:\\w+ ){0,3}asked|when asked|only if)|never pretend to be (?:a )?human|do not pretend to be (?:a )?human`,
  'i',
);

const person = '(?:a |an )?(?:real |actual |professional )?(?:human|person)';

const hides = new RegExp(
  `(?:never|do not|don't|don’t|not to|without|avoid|should not|must not)\\s+(?:ever )?(?:say|saying|reveal|revealing|mention|mentioning|admit|disclos\\w+|tell|identify|sound|sounding|act|appear)[^.\\n]{0,60}${machine}|(?:sound|act|behave|appear|seem)[^.\\n]{0,20}(?:as|to be) ${person}|(?:pass|pose|pretend)[^.\\n]{0,20}(?:like|as|to be) ${person}|you are not an? (?:ai|bot)|you are (?:a )?(?:real )?human`,
  'i',
);

/** How it is to sound. By itself this makes a person of it; beside "you are an AI assistant" it is only its tone. */
const toneOfPerson = new RegExp(`(?:sound|act|behave|appear|seem)[^.\\n]{0,20}like ${person}`, 'i');
const toldItIsMachine =
  /(?:you are|you['’]re|i am|i['’]m|eres|você é|du bist|tu es|soy|ich bin)\s+(?:(?!not\b|never\b|no\b)[\w'’]+,? ){0,4}(?:\bai[- ](?:\w+ ){0,3}(?:assistant|agent|bot|receptionist|concierge|helper|model|system)|chat ?bot|bot\b|(?:virtual|digital|automated) (?:assistant|agent|receptionist)|asistente (?:virtual|autom[aá]tico|digital)|assistente virtuale?|assistant virtuel)/i;

/** Is a model told to pass for a person? */
export const hidesMachine = (prompts: string): boolean =>
  hides.test(prompts) || (toneOfPerson.test(prompts) && !toldItIsMachine.test(prompts));

/** A prompt calls the model a machine, without ordering it to say so. */
export const callsItselfMachine = new RegExp(
  `(?:you are|you're|act as|eres|você é|du bist|tu es|sei)\\b[^.\\n]{0,100}${machine}|^#{1,3} [^\\n]{0,60}${machine}|${machine} (?:agent|assistant|assistente|asistente)`,
  'im',
);
