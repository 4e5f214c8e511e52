import { EditorView } from '@codemirror/view';

/**
 * Typing over a selection is done here: the browser would put the look of what was selected on the new letters as inline styles,
 * which a strict content policy forbids and reports.
 */
export const typeOver = EditorView.domEventHandlers({
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
