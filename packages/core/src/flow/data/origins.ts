/** Where following a value back ended: a start, a model or a step that reads, and the field that was wanted of it. */
export interface Leaf {
  readonly at: number;
  /** Dotted; empty where the whole item is meant or code hides which field it was. */
  readonly path: string;
}

/** Where a value comes from, followed back through the flow. Positions are indexes into the steps. */
export interface Origins {
  readonly leaves: readonly Leaf[];
  readonly starts: ReadonlySet<number>;
  readonly models: ReadonlySet<number>;
  readonly people: ReadonlySet<number>;
  /** Steps that read records or ask another system. */
  readonly records: ReadonlySet<number>;
  /** Literal values met on the way. */
  readonly fixed: readonly string[];
  /** Dotted paths read on the way, outermost first: what the value is called. */
  readonly paths: readonly string[];
  readonly environment: boolean;
  /** Steps that reshaped it on the way: fields that were set, code. */
  readonly through: ReadonlySet<number>;
  /** Steps nobody knows enough about to look through. */
  readonly hidden: ReadonlySet<number>;
}

const nowhere: ReadonlySet<number> = new Set();

type Place = 'starts' | 'models' | 'people' | 'records' | 'through' | 'hidden';

/** Most of its sets stay empty, and thousands are made. */
export class Draft implements Origins {
  readonly leaves: Leaf[] = [];
  readonly fixed: string[] = [];
  readonly paths: string[] = [];
  environment = false;
  starts = nowhere;
  models = nowhere;
  people = nowhere;
  records = nowhere;
  through = nowhere;
  hidden = nowhere;

  add(place: Place, at: number): void {
    if (this[place] === nowhere) this[place] = new Set([at]);
    else (this[place] as Set<number>).add(at);
  }
}
