/** The kinds of pictures that an answer can be shown as. */
export const pictureKinds = ['trend', 'bars', 'stacked', 'multiples', 'matrix'] as const;

/** Name of a kind of picture of an answer. */
export type PictureKind = (typeof pictureKinds)[number];

/** Which columns make a picture, by their names. */
export interface PictureChoice {
  readonly kind: PictureKind;
  /** What stands along the axis: one column, or a school year with its term. */
  readonly x: readonly string[];
  /** The numbers. */
  readonly y: string;
  /** What makes the series; null where there is one. */
  readonly by: string | null;
}

/** How an answer is looked at: as a table or as a picture, which is chosen by itself until somebody chooses it. */
export interface ConsoleLook {
  readonly view: 'table' | 'picture';
  readonly choice: PictureChoice | null;
}

/** A look read from an address, with the parts of it that mean nothing. */
export interface LookReading {
  readonly look: ConsoleLook;
  readonly unknown: readonly string[];
}

function isKind(text: string): text is PictureKind {
  return pictureKinds.some((kind) => kind === text);
}

/** Reads how an answer is looked at from an address; `q` is the query itself. */
export function readLook(parameters: URLSearchParams): LookReading {
  const unknown: string[] = [];
  const x: string[] = [];
  let view: ConsoleLook['view'] = 'table';
  let kind: PictureKind | null = null;
  let y: string | null = null;
  let by: string | null = null;
  for (const [key, value] of parameters) {
    if (key === 'q') continue;
    if (key === 'view' && (value === 'table' || value === 'picture')) view = value;
    else if (key === 'chart' && isKind(value)) kind = value;
    else if (key === 'x' && x.length < 2) x.push(value);
    else if (key === 'y') y = value;
    else if (key === 'by') by = value;
    else unknown.push(`${key}=${value}`);
  }
  const choice = kind && y !== null && x.length > 0 ? { kind, x, y, by } : null;
  return { look: { view, choice }, unknown };
}

/** The parameters of an address that hold how an answer is looked at. */
export function writeLook({ view, choice }: ConsoleLook): URLSearchParams {
  const parameters = new URLSearchParams();
  if (view !== 'table') parameters.set('view', view);
  if (!choice) return parameters;
  parameters.set('chart', choice.kind);
  for (const name of choice.x) parameters.append('x', name);
  parameters.set('y', choice.y);
  if (choice.by !== null) parameters.set('by', choice.by);
  return parameters;
}
