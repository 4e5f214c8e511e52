import type { Attachment } from 'svelte/attachments';

const reachable = 'button:not(:disabled), input:not(:disabled), a[href], [tabindex="0"]';

function turnAround(element: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const all = [...element.querySelectorAll<HTMLElement>(reachable)].filter(
    (one) => one.getClientRects().length > 0,
  );
  const [first, last] = [all[0], all.at(-1)];
  const from = element.ownerDocument.activeElement;
  if (event.shiftKey ? from === first || from === element : from === last) {
    (event.shiftKey ? last : first)?.focus();
    event.preventDefault();
  }
}

/**
 * Lays an element over the whole page: nothing else can be reached by keyboard, pointer or screen reader until it goes,
 * and then the focus is where it was.
 */
export function overAll(): Attachment<HTMLElement> {
  return (element) => {
    const { body, activeElement } = element.ownerDocument;
    body.append(element);
    const others = [...body.children].filter(
      (one): one is HTMLElement => one instanceof HTMLElement && one !== element && !one.inert,
    );
    for (const other of others) other.inert = true;
    const { documentElement, defaultView } = element.ownerDocument;
    const former = documentElement.style.cssText;
    documentElement.style.overflow = 'hidden';
    documentElement.style.scrollbarGutter = 'auto';
    const turn = (event: KeyboardEvent) => turnAround(element, event);
    // The palette would open below it.
    const guard = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyK') {
        event.stopImmediatePropagation();
        event.preventDefault();
      }
    };
    element.addEventListener('keydown', turn);
    defaultView?.addEventListener('keydown', guard, true);
    return () => {
      element.removeEventListener('keydown', turn);
      defaultView?.removeEventListener('keydown', guard, true);
      documentElement.style.cssText = former;
      for (const other of others) other.inert = false;
      element.remove();
      if (activeElement instanceof HTMLElement) activeElement.focus();
    };
  };
}
