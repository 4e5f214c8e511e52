/**
 * Puts something that is still being made into the clipboard. The browser takes the promise at once, while it still knows that
 * a person asked. Rejects where the making fails or the browser does not allow copying.
 */
export async function copyLater(type: 'image/png' | 'text/plain', making: Promise<Blob>) {
  await navigator.clipboard.write([new ClipboardItem({ [type]: making })]);
}

/** Whether this browser copies what is not made yet. */
export function canCopy(): boolean {
  return 'clipboard' in navigator && 'ClipboardItem' in globalThis;
}
