import { afterNavigate, replaceState } from '$app/navigation';
import { readAddress } from './address.ts';

/** Keeps the parameters of the page's address equal to what is chosen; the address is written, never listened to. */
export function keepAddress(write: () => string): void {
  let arrivals = $state(0);
  // The router takes no address before it has shown the first page.
  afterNavigate(() => (arrivals += 1));
  $effect(() => {
    const text = write();
    if (arrivals > 0 && text !== readAddress().toString()) {
      replaceState(`${location.pathname}${text ? `?${text}` : ''}`, {});
    }
  });
}
