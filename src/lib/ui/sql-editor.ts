import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  ifNotIn,
  type Completion,
  type CompletionContext,
} from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
  isolateHistory,
} from '@codemirror/commands';
import {
  PostgreSQL,
  schemaCompletionSource,
  SQLDialect,
  type SQLNamespace,
} from '@codemirror/lang-sql';
import {
  bracketMatching,
  defaultHighlightStyle,
  HighlightStyle,
  LanguageSupport,
  syntaxHighlighting,
} from '@codemirror/language';
import { Compartment, EditorState, Prec, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
  type DecorationSet,
} from '@codemirror/view';

/** A name that is offered while a person writes, with what it means. */
export interface OfferedName {
  readonly name: string;
  readonly meaning: string;
}

/** A table that is offered, with its columns. */
export interface OfferedTable extends OfferedName {
  readonly columns: readonly OfferedName[];
}

/** A fault in the text: 1-based line and column. */
export interface MarkedPlace {
  readonly line: number;
  readonly column: number;
}

/** What an editor says in the language of the page. */
export interface EditorWords {
  readonly label: string;
  readonly placeholder: string;
  readonly phrases: Readonly<Record<string, string>>;
  /** How to run, stop and leave by keyboard. */
  readonly description: string;
}

/** What happens in an editor. */
export interface EditorEvents {
  readonly onchange: (text: string) => void;
  readonly onrun: () => void;
  /** Returns whether there was anything to stop. */
  readonly oncancel: () => boolean;
}

/** An editor that is on the page. */
export interface MountedEditor {
  /** Makes this the text; what was there can be undone. */
  write(text: string): void;
  /** Puts a piece in the place of the selection. */
  insert(piece: string): void;
  /** Marks a place as wrong, or nothing; brings the place into sight. */
  mark(place: MarkedPlace | null): void;
  /** Offers these names from now on. */
  offer(tables: readonly OfferedTable[]): void;
  speak(words: EditorWords): void;
  focus(): void;
  destroy(): void;
}

const theme = EditorView.theme({
  '&': {
    color: 'var(--ink)',
    backgroundColor: 'transparent',
    fontSize: '14px',
    maxBlockSize: '60vh',
    minBlockSize: '172px',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5', overflow: 'auto' },
  '.cm-lineNumbers .cm-gutterElement': { minInlineSize: '34px', paddingInline: '6px 8px' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '10px 0', minBlockSize: '172px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-gutters': {
    color: 'var(--second)',
    backgroundColor: 'transparent',
    border: 'none',
    fontVariantNumeric: 'tabular-nums',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in srgb, var(--shade) 60%, transparent)',
  },
  '.cm-placeholder': { color: 'var(--second)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground':
    { backgroundColor: 'color-mix(in srgb, var(--accent) 26%, transparent)' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--accent-tint)',
    outline: '1px solid var(--accent)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { color: 'var(--error)' },
  '.cm-fault': {
    backgroundColor: 'var(--error-tint)',
    textDecoration: 'underline wavy var(--error) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-fault-line': { boxShadow: 'inset 3px 0 var(--error)' },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--card)',
    border: '1px solid var(--line)',
    borderRadius: '8px',
    boxShadow: 'var(--float)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--font)',
    maxBlockSize: '15em',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    padding: '4px 10px',
    lineHeight: '1.35',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    color: 'var(--accent-ink)',
    backgroundColor: 'var(--accent-tint)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '650' },
  '.cm-completionDetail': {
    marginInlineStart: '10px',
    color: 'var(--second)',
    fontStyle: 'normal',
  },
});

/** The page's own colours in the place of those of the default style. */
const shades: Readonly<Record<string, string>> = {
  '#708': 'var(--accent-ink)',
  '#219': 'var(--block-2-ink)',
  '#164': 'var(--block-2-ink)',
  '#a11': 'var(--good)',
  '#e40': 'var(--good)',
  '#085': 'var(--block-3-ink)',
  '#940': 'var(--second)',
};

const colours = HighlightStyle.define(
  defaultHighlightStyle.specs.flatMap(({ tag, color }) => {
    const shade = shades[String(color)];
    return shade === undefined ? [] : [{ tag, color: shade }];
  }),
);

const duckdb = SQLDialect.define({
  ...PostgreSQL.spec,
  keywords: `${PostgreSQL.spec.keywords ?? ''} qualify pivot unpivot exclude summarize describe semi anti asof ilike positional`,
  caseInsensitiveIdentifiers: true,
});

const setFault = StateEffect.define<MarkedPlace | null>();

function faultAt(state: EditorState, { line, column }: MarkedPlace): DecorationSet {
  if (line > state.doc.lines) return Decoration.none;
  const { from, to, text } = state.doc.line(line);
  const start = Math.min(from + column - 1, to);
  const word = /^(?:[\p{L}\p{N}_]+|.)/u.exec(text.slice(start - from))?.[0] ?? '';
  const ranges = [Decoration.line({ class: 'cm-fault-line' }).range(from)];
  if (word !== '') {
    ranges.push(Decoration.mark({ class: 'cm-fault' }).range(start, start + word.length));
  }
  return Decoration.set(ranges);
}

const fault = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, change) {
    let now = change.docChanged ? Decoration.none : marks;
    for (const effect of change.effects) {
      if (!effect.is(setFault)) continue;
      now = effect.value ? faultAt(change.state, effect.value) : Decoration.none;
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Words of the language that are offered: those with which questions are asked. */
const offeredWords = [
  ...['SELECT', 'FROM', 'WHERE', 'GROUP BY', 'GROUP BY ALL', 'HAVING', 'ORDER BY', 'LIMIT', 'WITH'],
  ...['JOIN', 'LEFT JOIN', 'ANTI JOIN', 'SEMI JOIN', 'USING', 'UNION ALL', 'DISTINCT', 'FILTER'],
  ...['CASE', 'WHEN', 'THEN', 'ELSE', 'END', 'AND', 'NOT', 'IN', 'BETWEEN', 'LIKE', 'ILIKE'],
  ...['IS NULL', 'IS NOT NULL', 'EXISTS', 'DESC', 'QUALIFY', 'PIVOT', 'SUMMARIZE', 'DESCRIBE'],
  ...['OVER', 'PARTITION BY', 'INTERVAL', 'DATE', 'true', 'false', 'NULL'],
  ...['count', 'sum', 'avg', 'min', 'max', 'median', 'round', 'coalesce', 'arg_max', 'arg_min'],
  ...['any_value', 'string_agg', 'list', 'quantile_cont', 'stddev', 'corr', 'row_number', 'lag'],
  ...['date_trunc', 'year', 'month', 'lower', 'length', 'regexp_matches', 'strftime'],
].map((label): Completion => ({ label, type: 'keyword', boost: -3 }));

function completion({ name, meaning }: OfferedName, type: string, boost: number): Completion {
  return { label: name, type, detail: meaning, boost };
}

/** The names as the language sees them; columns are offered at the top level too, where no table has been named yet. */
function languageOf(tables: readonly OfferedTable[]): LanguageSupport {
  const schema: Record<string, SQLNamespace> = {};
  tables.forEach((table, place) => {
    schema[table.name] = {
      self: completion(table, 'class', 40 - place),
      children: table.columns.map((column) => completion(column, 'property', 0)),
    };
  });
  const columns = new Map<string, OfferedName>();
  for (const column of tables.flatMap(({ columns: all }) => all)) {
    if (!columns.has(column.name)) columns.set(column.name, column);
  }
  const loose = [...columns.values()].map((column) => completion(column, 'property', -1));
  const offerLoose = ({ pos, state, explicit }: CompletionContext) => {
    const before = state.sliceDoc(Math.max(0, pos - 200), pos);
    const typed = /(?:^|[^.\w"'])([A-Za-z_]\w*)$/.exec(before)?.[1] ?? '';
    if (typed === '' || (typed.length < 2 && !explicit)) return null;
    return { from: pos - typed.length, options: [...loose, ...offeredWords], validFor: /^\w*$/ };
  };
  const sources = [schemaCompletionSource({ dialect: duckdb, schema }), offerLoose];
  return new LanguageSupport(
    duckdb.language,
    sources.map((source) =>
      duckdb.language.data.of({
        autocomplete: ifNotIn(['String', 'LineComment', 'BlockComment'], source),
      }),
    ),
  );
}

/**
 * Typing over a selection is done here: the browser would put the look of what was selected on the new letters as inline styles,
 * which a strict content policy forbids and reports.
 */
const typeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { from, to, empty } = view.state.selection.main;
    const { data: typed } = event;
    if (event.inputType !== 'insertText' || typed === null || empty || event.isComposing)
      return false;
    const insert = () =>
      view.state.update(view.state.replaceSelection(typed), {
        userEvent: 'input.type',
        scrollIntoView: true,
      });
    const taken = view.state
      .facet(EditorView.inputHandler)
      .some((handler) => handler(view, from, to, typed, insert));
    if (!taken) view.dispatch(insert());
    event.preventDefault();
    return true;
  },
});

function wordsOf({ label, placeholder: hint, phrases, description }: EditorWords) {
  return [
    EditorState.phrases.of({ ...phrases }),
    placeholder(hint),
    EditorView.contentAttributes.of({
      'aria-label': label,
      spellcheck: 'false',
      autocapitalize: 'off',
      autocorrect: 'off',
      'aria-description': description,
    }),
  ];
}

/**
 * Puts an editor of SQL into a shadow root: there its styles are adopted sheets, which a strict content policy allows, and the
 * page's own properties of colour still reach it.
 */
export function mountSqlEditor(
  root: ShadowRoot,
  text: string,
  words: EditorWords,
  tables: readonly OfferedTable[],
  { onchange, onrun, oncancel }: EditorEvents,
): MountedEditor {
  const language = new Compartment();
  const speech = new Compartment();
  const keys = [
    {
      key: 'Mod-Enter',
      preventDefault: true,
      run: () => {
        onrun();
        return true;
      },
    },
  ];
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(keymap.of(keys)),
        lineNumbers(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ icons: false }),
        syntaxHighlighting(colours),
        EditorView.lineWrapping,
        typeOver,
        theme,
        fault,
        language.of(languageOf(tables)),
        speech.of(wordsOf(words)),
        keymap.of([
          ...closeBracketsKeymap,
          ...completionKeymap,
          { key: 'Tab', run: acceptCompletion },
          { key: 'Escape', run: oncancel },
          ...defaultKeymap,
          ...historyKeymap,
          indentWithTab,
        ]),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) onchange(state.doc.toString());
        }),
      ],
    }),
  });
  return {
    write(whole) {
      if (whole === view.state.doc.toString()) return;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: whole },
        selection: { anchor: whole.length },
        annotations: isolateHistory.of('full'),
      });
    },
    insert(piece) {
      view.dispatch(view.state.replaceSelection(piece), {
        scrollIntoView: true,
        annotations: isolateHistory.of('full'),
      });
      view.focus();
    },
    mark(place) {
      view.dispatch({ effects: setFault.of(place) });
      if (place && place.line <= view.state.doc.lines) {
        const { from, to } = view.state.doc.line(place.line);
        const at = Math.min(from + place.column - 1, to);
        view.dispatch({ effects: EditorView.scrollIntoView(at) });
      }
    },
    offer(now) {
      view.dispatch({ effects: language.reconfigure(languageOf(now)) });
    },
    speak(now) {
      view.dispatch({ effects: speech.reconfigure(wordsOf(now)) });
    },
    focus() {
      view.focus();
    },
    destroy() {
      view.destroy();
    },
  };
}
