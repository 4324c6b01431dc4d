"use client";

import { useSyncExternalStore } from "react";

const TICK_MS = 5_000;
const STALE_AFTER_MS = 1_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let nowMs = 0;

/** One clock for every time on the page; it runs only while something listens. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (Date.now() - nowMs > STALE_AFTER_MS) nowMs = Date.now();
  timer ??= setInterval(() => {
    nowMs = Date.now();
    for (const notify of listeners) notify();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    nowMs = 0;
  };
}

function readClock(): number {
  if (nowMs === 0) nowMs = Date.now();
  return nowMs;
}

/** The time in ms, a few seconds fresh; null while the page has not come alive, on the server too. */
export function useNow(): number | null {
  return useSyncExternalStore<number | null>(subscribe, readClock, () => null);
}
