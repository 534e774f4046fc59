import type { Logger } from '@plumbline/service';

const beyondAscii = /[\u007f-\uffff]/g;
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A log of one JSON object a line: `time`, `level`, `event`, then the fields. In ASCII, safe for any terminal. */
export const createLog = (write: (line: string) => void, clock: () => Date = () => new Date()): Logger => {
  const at =
    (level: 'info' | 'warn' | 'error'): Logger['info'] =>
    (event, fields = {}) => {
      const line = JSON.stringify({ time: clock().toISOString(), level, event, ...fields });
      write(`${line.replace(beyondAscii, escaped)}\n`);
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
};

/** The same log with fields that every line carries. */
export const logWith = (log: Logger, always: Readonly<Record<string, unknown>>): Logger => ({
  info: (event, fields) => log.info(event, { ...always, ...fields }),
  warn: (event, fields) => log.warn(event, { ...always, ...fields }),
  error: (event, fields) => log.error(event, { ...always, ...fields }),
});
