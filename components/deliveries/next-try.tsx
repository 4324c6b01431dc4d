"use client";

import { exactText } from "#components/ui/time-text.ts";
import { useNow } from "#components/ui/use-now.ts";
import { waitText } from "./wait-text.ts";

interface NextTryProps {
  /** When the next attempt is due, ISO 8601. */
  at: string;
  /** IANA name of the merchant's time zone. */
  zone: string;
  className?: string;
}

/** "in 5 min", counted down while the page is open. */
export function NextTry({ at, zone, className }: NextTryProps) {
  const nowMs = useNow();
  const atMs = Date.parse(at);
  const exact = exactText(atMs, zone);
  return (
    // As RelativeTime: the new key lets the browser's clock replace the server's.
    <time
      key={nowMs === null ? "served" : "live"}
      dateTime={at}
      title={exact}
      suppressHydrationWarning
      className={className}
    >
      {waitText(atMs, nowMs ?? Date.now())}
    </time>
  );
}
