import { afterNavigate, replaceState } from '$app/navigation';
import { navigating } from '$app/state';
import { readAddress } from './address.ts';

/** Keeps the parameters of the page's address equal to what is chosen; the address is written, never listened to. */
export function keepAddress(write: () => string): void {
  // A page that is on its way is not yet the one whose address is written.
  let arrivals = $state(navigating.to ? 0 : 1);
  afterNavigate(() => (arrivals += 1));
  $effect(() => {
    const text = write();
    if (arrivals > 0 && text !== readAddress().toString()) {
      replaceState(`${location.pathname}${text ? `?${text}` : ''}`, {});
    }
  });
}
