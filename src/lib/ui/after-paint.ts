/** Ends in a task of its own once what was put on the page has been painted, so that what follows does not keep it waiting. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
