import type { Attachment } from 'svelte/attachments';

/**
 * Tells the size of an element's content and padding in pixels, first when it has been laid out for the first time and
 * then whenever it changes. Unlike a binding it never forces a layout while the page is still being built, and what
 * follows from the size is a task of its own.
 */
export function watchSize(
  report: (size: { readonly width: number; readonly height: number }) => void,
): Attachment<HTMLElement> {
  return (element) => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(() => {
      clearTimeout(waiting);
      const { clientWidth: width, clientHeight: height } = element;
      waiting = setTimeout(() => report({ width, height }));
    });
    observer.observe(element);
    return () => {
      clearTimeout(waiting);
      observer.disconnect();
    };
  };
}
