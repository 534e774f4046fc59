import { Problem } from '@plumbline/service';

/** `method-not-allowed`, with the methods that the address does take. */
export class MethodProblem extends Problem {
  readonly allow: string;
  constructor(method: string, allow: string) {
    super('method-not-allowed', `${method.slice(0, 20)} is not one of ${allow}.`);
    this.allow = allow;
  }
}
