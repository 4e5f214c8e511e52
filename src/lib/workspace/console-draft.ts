/** What the console of a tab is brought back with. */
export interface ConsoleDraft {
  readonly text: string;
  /** The text whose answer was on the screen; null where there was none. */
  readonly answered: string | null;
  /** Where in the answer the reader was: the active cell and pixels from the top. */
  readonly place: { readonly row: number; readonly column: number; readonly top: number };
}

/** A console that nobody has used. */
export const emptyDraft: ConsoleDraft = {
  text: '',
  answered: null,
  place: { row: 0, column: 0, top: 0 },
};

/** The longest text that an address holds, in characters. */
const longestInAddress = 1200;

/** The parameters of an address that hold a text, if it is short. */
export function writeText(text: string): string {
  if (text.trim() === '' || text.length > longestInAddress) return '';
  return new URLSearchParams({ q: text }).toString();
}

/** The draft as the tab's storage keeps it. */
export function writeDraft(draft: ConsoleDraft): string {
  return JSON.stringify(draft);
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value);

/** The draft of the tab's storage, whatever stands there, with the text of the address where there is one. */
export function readDraft(kept: string | null, parameters: URLSearchParams): ConsoleDraft {
  const draft = parseDraft(kept);
  const asked = parameters.get('q');
  if (asked === null || asked === draft.text) return draft;
  return { ...emptyDraft, text: asked };
}

function parseDraft(kept: string | null): ConsoleDraft {
  if (kept === null) return emptyDraft;
  try {
    const { text, answered, place } = JSON.parse(kept) as Partial<ConsoleDraft>;
    if (typeof text !== 'string') return emptyDraft;
    const { row, column, top } = place ?? emptyDraft.place;
    return {
      text,
      answered: typeof answered === 'string' ? answered : null,
      place:
        isCount(row) && isCount(column) && isCount(top) ? { row, column, top } : emptyDraft.place,
    };
  } catch {
    return emptyDraft;
  }
}
