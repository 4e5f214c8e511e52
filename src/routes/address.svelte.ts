import { replaceState } from '$app/navigation';
import { page } from '$app/state';

/** Keeps the parameters of the page's address equal to what is chosen; the address is written, never listened to. */
export function keepAddress(write: () => string): void {
  $effect(() => {
    const text = write();
    const address = `${page.url.pathname}${text ? `?${text}` : ''}`;
    if (address !== page.url.pathname + page.url.search) replaceState(address, {});
  });
}
