const smallest = 14;

function isOverfull(page: HTMLElement): boolean {
  const parts = [page, ...page.querySelectorAll<HTMLElement>('.body, figure')];
  return parts.some(
    ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
      scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1,
  );
}

/** The size in pixels of the largest letters with which the whole of a page is seen at once; the page keeps it. */
export function fitLetters(page: HTMLElement, hasPictures: boolean): number {
  const { clientWidth, clientHeight } = page;
  const setTo = (size: number) => page.style.setProperty('--letters', `${size}px`);
  // Where there are pictures, the height is theirs.
  const lines = hasPictures ? 34 : 22;
  let most = Math.max(smallest, Math.min(clientWidth / 42, clientHeight / lines));
  let least = smallest;
  setTo(most);
  if (!isOverfull(page)) return most;
  for (let round = 0; round < 7; round += 1) {
    const middle = (least + most) / 2;
    setTo(middle);
    if (isOverfull(page)) most = middle;
    else least = middle;
  }
  setTo(least);
  return least;
}
