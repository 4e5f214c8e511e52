/**
 * What is wider than its place can be reached by keyboard, to be moved sideways; all else is passed over. A picture's own
 * stage leads along it.
 * @param {HTMLElement} main
 */
export function watchWidths(main) {
  const watcher = new ResizeObserver((changes) => {
    for (const { target } of changes) {
      const isWider = target.scrollWidth > target.clientWidth + 1;
      if (isWider && !target.querySelector('.stage')) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  for (const place of main.querySelectorAll('.picture, .wide')) watcher.observe(place);
}
