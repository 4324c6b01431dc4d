import type { UnreadReason } from "#lib/providers/unread.ts";

const shown = 3;

/** How many records could not be read, and why, for the activity: without their values. */
export function unreadWords(unread: readonly (UnreadReason & { externalId: string | null })[]): string {
  const count = unread.length === 1 ? "1 could not be read" : `${unread.length} could not be read`;
  const reasons = unread
    .slice(0, shown)
    .map(({ externalId, message }) => `${externalId ?? "One without an id"}: ${message}`);
  return `${count}. ${reasons.join(" ")}${unread.length > shown ? " …" : ""}`;
}
