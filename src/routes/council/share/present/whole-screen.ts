interface KeyLock {
  readonly lock?: (codes: readonly string[]) => Promise<void>;
  readonly unlock?: () => void;
}

/**
 * Keeps the screen awake and, where the whole of it was given, Esc to the page; calls back when it is taken away again.
 * Returns what gives all of it back.
 */
export function holdScreen(onlost: () => void): () => void {
  const keyboard = (navigator as Navigator & { readonly keyboard?: KeyLock }).keyboard;
  let awake: WakeLockSentinel | null = null;
  let gone = false;
  const wake = (): void => {
    if (document.visibilityState !== 'visible') return;
    void navigator.wakeLock?.request('screen').then(
      (lock) => {
        if (gone) void lock.release();
        else awake = lock;
      },
      () => undefined,
    );
  };
  const changed = (): void => {
    if (document.fullscreenElement) void keyboard?.lock?.(['Escape']).catch(() => undefined);
    else onlost();
  };
  wake();
  if (document.fullscreenElement) changed();
  document.addEventListener('fullscreenchange', changed);
  document.addEventListener('visibilitychange', wake);
  return () => {
    gone = true;
    document.removeEventListener('fullscreenchange', changed);
    document.removeEventListener('visibilitychange', wake);
    keyboard?.unlock?.();
    void awake?.release();
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
  };
}
