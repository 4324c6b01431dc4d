"use client";

import { cn } from "./cn.ts";
import { exactText, relativeText } from "./time-text.ts";
import { useNow } from "./use-now.ts";

interface RelativeTimeProps {
  /** ISO 8601. */
  at: string;
  /** IANA name of the merchant's time zone. */
  zone?: string;
  className?: string;
}

/** "5 min ago", kept true while the page is open; exact on hover and to screen readers. */
export function RelativeTime({ at, zone = "UTC", className }: RelativeTimeProps) {
  const nowMs = useNow();
  const atMs = Date.parse(at);
  const exact = exactText(atMs, zone);
  return (
    // Server and browser read their clocks at different moments, so the first text may differ; the new key then
    // lets the browser's own replace it.
    <time
      key={nowMs === null ? "served" : "live"}
      dateTime={at}
      title={exact}
      suppressHydrationWarning
      className={cn("whitespace-nowrap", className)}
    >
      <span aria-hidden suppressHydrationWarning>
        {relativeText(atMs, nowMs ?? Date.now(), zone)}
      </span>
      <span className="sr-only" suppressHydrationWarning>
        {exact}
      </span>
    </time>
  );
}
