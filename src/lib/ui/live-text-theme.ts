import { EditorView } from '@codemirror/view';

/** An editor of a text that looks like the text that it is, in the type of the place where it stands. */
export const liveTextTheme = EditorView.theme({
  '&': { color: 'inherit', backgroundColor: 'transparent', fontSize: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'inherit',
    fontWeight: 'inherit',
    lineHeight: 'inherit',
    overflow: 'visible',
  },
  '.cm-content': { caretColor: 'var(--ink)', padding: '0', minInlineSize: '0' },
  '.cm-line': { padding: '0' },
  '.listed .cm-line': { paddingInlineStart: '1.15em', position: 'relative' },
  '.listed .cm-line::before': {
    content: '"•"',
    position: 'absolute',
    insetInlineStart: '0.15em',
    color: 'var(--second)',
  },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-placeholder': { color: 'var(--second)', fontWeight: 'inherit' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground':
    { backgroundColor: 'color-mix(in srgb, var(--accent) 26%, transparent)' },
  '.token': {
    padding: '0 3px',
    borderRadius: '4px',
    backgroundColor: 'var(--accent-tint)',
    color: 'var(--accent-ink)',
    fontVariantNumeric: 'tabular-nums',
    cursor: 'pointer',
  },
  '.token.waiting': { color: 'var(--second)' },
  '.token.unknown': { backgroundColor: 'var(--error-tint)', color: 'var(--error)' },
});
