/**
 * What has been worked out about one flow, by the question it answers. Kept with the flow, so that it goes when the flow
 * goes: the entries of a WeakMap that outlives it stay until the engine looks through all memory, and hold the flow.
 */
export class Memory {
  readonly #known = new Map<object, unknown>();

  /** The answer to `question`, worked out when first asked for. One question always has answers of one type. */
  of<T>(question: object, make: () => T): T {
    const known = this.#known.get(question) as { readonly value: T } | undefined;
    if (known !== undefined) return known.value;
    const value = make();
    this.#known.set(question, { value });
    return value;
  }
}
