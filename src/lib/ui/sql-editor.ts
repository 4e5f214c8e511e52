import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
} from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
  isolateHistory,
} from '@codemirror/commands';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
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
import { editorColours, editorTheme } from './sql-appearance.ts';
import { languageOf, type OfferedTable } from './sql-names.ts';
import { typeOver } from './type-over.ts';

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
      run: (view: EditorView) => {
        closeCompletion(view);
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
        syntaxHighlighting(editorColours),
        EditorView.lineWrapping,
        typeOver,
        editorTheme,
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
