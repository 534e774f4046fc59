import { Problem } from '@plumbline/service';

/** `invalid-json` with the place where the text breaks, both from 1. */
export class BadJson extends Problem {
  readonly line: number | undefined;
  readonly column: number | undefined;
  constructor(detail: string, line: number | undefined, column: number | undefined) {
    super('invalid-json', detail);
    this.line = line;
    this.column = column;
  }
}
