import { defaultKeymap, history, historyKeymap, isolateHistory } from '@codemirror/commands';
import {
  Compartment,
  EditorState,
  Prec,
  StateEffect,
  StateField,
  Transaction,
  type Range,
} from '@codemirror/state';
import {
  Decoration,
  drawSelection,
  EditorView,
  keymap,
  placeholder,
  WidgetType,
  type DecorationSet,
} from '@codemirror/view';
import { liveTextTheme } from './live-text-theme.ts';
import { plainPaste } from './plain-paste.ts';
import { typeOver } from './type-over.ts';

/** How a token inside a text is shown: what it says now, line by line, and what it is. */
export interface TokenLabel {
  readonly lines: readonly string[];
  readonly title: string;
  readonly state: 'known' | 'waiting' | 'unknown';
}

/** What an editor of a text says in the language of the page. */
export interface LiveTextWords {
  readonly label: string;
  readonly placeholder: string;
  readonly description: string;
  readonly phrases: Readonly<Record<string, string>>;
  readonly language: string;
}

/** Where a token stands in a text, from its first letter to behind its last. */
export interface TokenPlace {
  readonly from: number;
  readonly to: number;
  readonly token: string;
}

/** What an editor of a text is made with. */
export interface LiveTextOptions {
  /** One line only. */
  readonly single: boolean;
  /** Each line is an item of a list. */
  readonly listed: boolean;
  /** Most characters. */
  readonly most: number;
  readonly words: LiveTextWords;
  /** How a token is shown; null leaves it as letters. */
  readonly labelOf: (token: string) => TokenLabel | null;
  readonly onchange: (text: string) => void;
  readonly onleave: () => void;
  /** A token was chosen, or a new one is wanted where the cursor is. */
  readonly ontoken: (place: TokenPlace | null) => void;
  /** Something was refused because the text would be too long. */
  readonly onlong: () => void;
}

/** An editor of a text that is on the page. */
export interface MountedLiveText {
  /** Makes this the text. */
  write(text: string): void;
  /** Puts a piece in the place of what is chosen, or of a token. */
  insert(piece: string, place: TokenPlace | null): void;
  /** Asks anew how each token is shown. */
  relabel(): void;
  speak(words: LiveTextWords): void;
  focus(): void;
  destroy(): void;
}

const tokens = /\{\{[^{}\n]*\}\}/g;
const relabelled = StateEffect.define<null>();

class TokenWidget extends WidgetType {
  readonly #label: TokenLabel;
  readonly #key: string;

  constructor(label: TokenLabel) {
    super();
    this.#label = label;
    this.#key = JSON.stringify(label);
  }

  override eq(other: TokenWidget): boolean {
    return other.#key === this.#key;
  }

  override toDOM(): HTMLElement {
    const { lines, title, state } = this.#label;
    const chip = document.createElement('span');
    chip.className = `token ${state}`;
    chip.title = title;
    chip.setAttribute('role', 'img');
    chip.setAttribute('aria-label', title);
    for (const [index, line] of lines.entries()) {
      if (index > 0) chip.append(document.createElement('br'));
      chip.append(line);
    }
    return chip;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

function placesIn(text: string): TokenPlace[] {
  return Array.from(text.matchAll(tokens), ({ 0: token, index }) => ({
    from: index,
    to: index + token.length,
    token,
  }));
}

function tokenField(labelOf: LiveTextOptions['labelOf']) {
  const decorate = (state: EditorState): DecorationSet =>
    Decoration.set(
      placesIn(state.doc.toString()).flatMap(({ from, to, token }): Range<Decoration>[] => {
        const label = labelOf(token);
        return label
          ? [Decoration.replace({ widget: new TokenWidget(label) }).range(from, to)]
          : [];
      }),
    );
  return StateField.define<DecorationSet>({
    create: decorate,
    update: (marks, change) =>
      change.docChanged || change.effects.some((effect) => effect.is(relabelled))
        ? decorate(change.state)
        : marks,
    provide: (field) => [
      EditorView.decorations.from(field),
      EditorView.atomicRanges.of((view) => view.state.field(field)),
    ],
  });
}

function wordsOf({ label, placeholder: hint, phrases, description, language }: LiveTextWords) {
  return [
    EditorState.phrases.of({ ...phrases }),
    placeholder(hint),
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-description': description,
      spellcheck: 'true',
      autocorrect: 'on',
      autocapitalize: 'sentences',
      lang: language,
    }),
  ];
}

/** The token that is chosen as a whole; null where something else is. */
function chosenToken({ state }: EditorView): TokenPlace | null {
  const { from, to } = state.selection.main;
  return placesIn(state.doc.toString()).find((one) => one.from === from && one.to === to) ?? null;
}

/**
 * Puts an editor of a text into a shadow root, where its styles are adopted sheets; tokens «{{…}}» in the text are single marks
 * that say something.
 */
export function mountLiveText(
  root: ShadowRoot,
  text: string,
  options: LiveTextOptions,
): MountedLiveText {
  const { single, listed, most, words, labelOf, onchange, onleave, ontoken, onlong } = options;
  const speech = new Compartment();
  const wish = (view: EditorView): boolean => {
    ontoken(chosenToken(view));
    return true;
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(
          keymap.of([
            { key: 'Mod-i', preventDefault: true, run: wish },
            ...(single ? [{ key: 'Enter', run: () => true }] : []),
          ]),
        ),
        history(),
        drawSelection(),
        EditorView.lineWrapping,
        typeOver,
        liveTextTheme,
        ...(listed ? [EditorView.contentAttributes.of({ class: 'listed' })] : []),
        EditorView.clipboardInputFilter.of((pasted) => plainPaste(pasted, single)),
        EditorState.changeFilter.of(({ newDoc, startState }) => {
          const fits = newDoc.length <= most || newDoc.length <= startState.doc.length;
          if (!fits) onlong();
          return fits;
        }),
        tokenField(labelOf),
        speech.of(wordsOf(words)),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.domEventHandlers({
          blur: () => onleave(),
          click: (event, editor) => {
            const chip = event.target instanceof Element ? event.target.closest('.token') : null;
            if (!chip) return;
            const at = editor.posAtDOM(chip);
            const place = placesIn(editor.state.doc.toString()).find(
              ({ from, to }) => from <= at && at < to,
            );
            if (place) ontoken(place);
          },
        }),
        EditorView.updateListener.of(({ docChanged, state, transactions }) => {
          const isOwn = transactions.some(
            (one) => one.docChanged && one.annotation(Transaction.remote) !== true,
          );
          if (docChanged && isOwn) onchange(state.doc.toString());
        }),
      ],
    }),
  });
  return {
    write(whole) {
      if (whole === view.state.doc.toString()) return;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: whole },
        annotations: [Transaction.addToHistory.of(false), Transaction.remote.of(true)],
      });
    },
    insert(piece, place) {
      const { from, to } = place ?? view.state.selection.main;
      view.dispatch({
        changes: { from, to, insert: piece },
        selection: { anchor: from + piece.length },
        scrollIntoView: true,
        annotations: isolateHistory.of('full'),
        userEvent: 'input.token',
      });
      view.focus();
    },
    relabel() {
      view.dispatch({ effects: relabelled.of(null) });
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
