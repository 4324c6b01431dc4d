import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { type UnreadReason, unreadMessage } from "#lib/providers/contract/unread.ts";

const shown = 3;

/** How many records could not be read, and why, for the activity: without their values. Nothing where all could. */
export function unreadNotes(unread: readonly (UnreadReason & { externalId: string | null })[]): Message[] {
  if (unread.length === 0) return [];
  return [
    say("call_unread_some", { count: unread.length }),
    ...unread
      .slice(0, shown)
      .flatMap((one) => [say("call_unread_of", { record: one.externalId }), unreadMessage(one)]),
    ...(unread.length > shown ? [say("call_unread_more")] : []),
  ];
}
