/** What automations fill in where nobody was named, and names that machines go by. */
const noPerson =
  /^(?:null|undefined|nan|none|nil|no|non|nein|not|n\/a|na|false|true|yes|ja|oui|si|sí|sim|ok|unknown|nobody|no ?one|anonymous|tbd|test|-+|\?+|\.+|0|1|ai|a\.i\.|ki|ia|llm|model|bot|chat ?bot|robot|assistant|system|machine|automation|automatic|auto|workflow|agent|n8n|zapier|make|chatgpt|openai|claude|gemini|copilot|mistral|llama|gpt\S{0,20})$/i;
const unfilled = /[{}<>[\]$]/;

/** `named`: somebody goes by it. `none`: nobody is given. `doubtful`: something is given that names no person. */
export const namedPerson = (name: unknown): 'named' | 'none' | 'doubtful' => {
  if (name === null || name === undefined) return 'none';
  if (typeof name !== 'string') return 'doubtful';
  const text = name.trim();
  if (text === '') return 'none';
  return noPerson.test(text) || unfilled.test(text) || !/\p{L}/u.test(text) ? 'doubtful' : 'named';
};
