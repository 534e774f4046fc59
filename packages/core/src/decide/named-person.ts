/** What automations fill in where nobody was named, and names that machines go by. */
const noPerson = new Set(
  'null undefined nan none nil no non nein not n/a na false true yes ja oui si sí sim ok unknown nobody noone anonymous tbd test ai a.i. ki ia llm model bot chatbot robot assistant system machine automation automatic auto workflow agent n8n zapier make chatgpt openai claude gemini copilot mistral llama'.split(
    ' ',
  ),
);
const longest = Math.max(...[...noPerson].map((word) => word.length));
const model = /^gpt\S{0,20}$/;
const letter = /\p{L}/u;

const isUnfilled = (code: number): boolean =>
  // < > $ [ ] { }
  code === 60 || code === 62 || code === 36 || code === 91 || code === 93 || code === 123 || code === 125;

const doubtful = (text: string): boolean => {
  let latin = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isUnfilled(code)) return true;
    latin ||= (code > 64 && code < 91) || (code > 96 && code < 123);
  }
  if (!latin && !letter.test(text)) return true;
  if (text.length > longest + 10) return false;
  const small = text.toLowerCase();
  return (
    noPerson.has(small) ||
    (small.includes(' ') && noPerson.has(small.replaceAll(' ', ''))) ||
    (small.startsWith('gpt') && model.test(small))
  );
};

/** `named`: somebody goes by it. `none`: nobody is given. `doubtful`: something is given that names no person. */
export const namedPerson = (name: unknown): 'named' | 'none' | 'doubtful' => {
  if (name === null || name === undefined) return 'none';
  if (typeof name !== 'string') return 'doubtful';
  const text = name.trim();
  if (text === '') return 'none';
  return doubtful(text) ? 'doubtful' : 'named';
};
