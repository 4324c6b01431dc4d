"use client";

import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useNow } from "#components/ui/use-now.ts";

/** When the next attempt is due, while it still is. */
export function NextAttempt({ at, zone }: { at: string; zone: string }) {
  const nowMs = useNow();
  if (nowMs === null || Date.parse(at) <= nowMs) return null;
  return (
    <span className="text-muted text-sm">
      Tried again <RelativeTime at={at} zone={zone} />
    </span>
  );
}
