/**
 * What a step does to the world, in words that do not depend on the automation tool.
 * A reader gives a step as many as hold; a step that touches nothing outside is `internal`.
 */
export const traits = {
  // How a flow starts
  'starts:chat': 'somebody writes in a chat or messenger',
  'starts:email': 'an e-mail comes in',
  'starts:voice': 'a call or voice message comes in',
  'starts:form': 'somebody fills in a form',
  'starts:ticket': 'a support request is opened or changed',
  'starts:webhook': 'another system calls',
  'starts:order': 'an order, payment or subscription changes',
  'starts:booking': 'an appointment is made or changed',
  'starts:record': 'a record, row or file changes',
  'starts:feed': 'something new is published elsewhere',
  'starts:team': 'a colleague writes or acts in a workplace tool',
  'starts:schedule': 'the clock',
  'starts:manual': 'somebody presses a button',
  'starts:call': 'another flow calls this one',
  'starts:tool-server': 'an outside AI agent calls this flow as a tool',
  'starts:error': 'another flow failed',
  'open:anybody': 'anybody on the web can write to it',
  'answers:last': 'answers whoever started the flow with what the last step gives',
  // What leaves the business
  'sends:email': 'sends an e-mail',
  'sends:sms': 'sends a text message',
  'sends:messenger': 'sends a message in a messenger such as WhatsApp or Telegram',
  'sends:chat': 'posts in a workplace chat such as Slack or Teams',
  'sends:voice': 'calls or speaks to somebody',
  'sends:push': 'sends a push notification',
  'sends:campaign': 'sends through a mailing service to a list',
  'drafts:email': 'leaves a draft that a person still has to send',
  'replies:origin': 'answers whoever started the flow',
  'publishes:social': 'publishes to a public platform',
  'publishes:web': 'publishes to a public web page',
  'drafts:web': 'leaves a draft of a page or post that a person still has to publish',
  // People in the loop
  'asks:person': 'waits for a person to answer',
  'assigns:person': 'hands a case to a person, for instance in a help desk',
  'hands:inbox': 'hands a case to whoever answers the inbox of Plumbline',
  'asks:inbox': 'holds the flow until somebody answers in the inbox of Plumbline',
  'asks:values': 'asks Plumbline before something happens: go, ask a person, or stop',
  'opens:ticket': 'opens or answers a ticket',
  // Records, money, appointments
  'reads:records': 'reads records',
  'writes:records': 'writes records',
  'deletes:records': 'deletes records',
  'reads:list': 'reads people from a mailing list or segment',
  'writes:list': 'adds people to or removes them from a mailing list',
  'moves:money': 'moves money',
  'books:read': 'looks up appointments',
  'books:create': 'makes an appointment',
  'books:change': 'changes an appointment',
  'books:cancel': 'cancels an appointment',
  // Machines
  'generates:text': 'a model writes text',
  'generates:media': 'a model makes an image, a voice or a video',
  'judges:model': 'a model sorts or rates',
  model: 'is the language model another step uses',
  'calls:http': 'calls another system over the web',
  'calls:flow': 'calls another flow',
  'calls:tools': 'calls tools that are described elsewhere',
  'runs:code': 'runs code of its own',
  // Within the flow
  decides: 'chooses a way on',
  filters: 'lets only some items through',
  loops: 'works through items in portions',
  limits: 'caps how many items go on',
  'waits:time': 'waits for a time',
  merges: 'brings branches together',
  transforms: 'reshapes data',
  fails: 'stops with an error',
  internal: 'changes nothing outside the flow',
} as const;

export type Trait = keyof typeof traits;

export const isTrait = (word: string): word is Trait => Object.hasOwn(traits, word);
