import { defaultHighlightStyle, HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';

/** The editor in the colours and type of the page, in either theme. */
export const editorTheme = EditorView.theme({
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

/** Keywords, texts, numbers and comments in the colours of the page. */
export const editorColours = HighlightStyle.define(
  defaultHighlightStyle.specs.flatMap(({ tag, color }) => {
    const shade = shades[String(color)];
    return shade === undefined ? [] : [{ tag, color: shade }];
  }),
);
