"use client";

import { ui as t } from "#lib/words/en/screens/ui.ts";
import { deadlineText, relativeText } from "./time-text.ts";
import { useNow } from "./use-now.ts";

interface DeadlineProps {
  /** ISO 8601. */
  at: string;
  /** IANA name of the merchant's time zone. */
  zone: string;
  className?: string;
}

/** "10 December 2026 at 14:05 (in 13 d)": a moment to be planned with, so its date is there to be read. */
export function Deadline({ at, zone, className }: DeadlineProps) {
  const nowMs = useNow();
  const atMs = Date.parse(at);
  const leftMs = atMs - (nowMs ?? Date.now());
  return (
    // As RelativeTime: the new key lets the browser's clock replace the server's.
    <time
      key={nowMs === null ? "served" : "live"}
      dateTime={at}
      suppressHydrationWarning
      className={className}
    >
      {deadlineText(atMs, zone)} ({leftMs <= 0 ? t("deadline_now") : relativeText(leftMs, 0, zone)})
    </time>
  );
}
