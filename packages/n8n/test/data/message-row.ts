/** One step of real shape, and what has to be read off it. */
export interface Row {
  readonly name: string;
  readonly type: string;
  readonly version?: number;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly channel: string;
  /** An address, or `origin`, `public`, `list`, `missing`. */
  readonly to: string;
  readonly subject?: string;
  /** What it says; `elsewhere` and `missing` for a body that is not in the file. */
  readonly body: string;
  readonly from?: string;
  readonly merge?: string;
  readonly traits?: readonly string[];
  readonly asks?: true;
}

/** A resource locator, as newer node versions write a choice from a list. */
export const chosen = (value: string): Readonly<Record<string, unknown>> => ({
  __rl: true,
  mode: 'list',
  value,
});

export const base = (name: string): string => `n8n-nodes-base.${name}`;
