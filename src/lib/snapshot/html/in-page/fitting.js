const smallest = 13;

/** @param {HTMLElement} page */
function isOverfull(page) {
  const figures = [...page.querySelectorAll('figure')];
  return [page, ...figures].some((one) => one.scrollHeight > one.clientHeight + 1);
}

/**
 * The largest letters with which the whole of a page is seen at once.
 * @param {HTMLElement} page
 */
export function setLetters(page) {
  const sized = (/** @type {number} */ size) => page.style.setProperty('--fit', String(size));
  let least = smallest;
  // Where there are pictures, the height is theirs.
  const lines = page.querySelector('.stage') ? 36 : 26;
  let most = Math.max(smallest, Math.min(innerWidth / 40, innerHeight / lines));
  sized(most);
  if (!isOverfull(page)) return;
  for (let round = 0; round < 8; round += 1) {
    const middle = (least + most) / 2;
    sized(middle);
    if (isOverfull(page)) most = middle;
    else least = middle;
  }
  sized(least);
}

/**
 * Pictures of a page stand in so many columns and share the height that its texts leave.
 * @param {HTMLElement} page
 * @param {number} columns
 */
export function layOut(page, columns) {
  const body = page.querySelector('.body');
  if (!(body instanceof HTMLElement)) return;
  /** @type {string[]} */
  const rows = [];
  let free = 0;
  for (const child of body.children) {
    if (!(child instanceof HTMLElement) || child.getClientRects().length === 0) continue;
    const isPicture = child.querySelector('.stage') !== null;
    const isBeside = isPicture && free > 0;
    if (!isBeside) rows.push(isPicture ? 'minmax(14em, 1fr)' : 'auto');
    free = isBeside ? free - 1 : isPicture ? columns - 1 : 0;
    child.style.gridRow = String(rows.length);
    child.style.gridColumn = isPicture && columns > 1 ? String(columns - free) : '1 / -1';
  }
  body.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
  body.style.gridTemplateRows = rows.join(' ');
}

/**
 * Leaves a page to its style sheet again.
 * @param {HTMLElement} page
 */
export function letBe(page) {
  for (const element of [page, ...page.querySelectorAll('.body, .body > *')]) {
    element.removeAttribute('style');
  }
}
