const key = 'dinamika.console';

/** What the tab keeps of its console; null where there is nothing or the browser keeps nothing. */
export function recallDraft(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Lets the tab keep its console over a reload, where the browser keeps anything. */
export function keepDraft(draft: string): void {
  try {
    sessionStorage.setItem(key, draft);
  } catch {
    return;
  }
}
