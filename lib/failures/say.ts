import type { AppFailureParams, CallNoteParams, SyncNoteParams, UnreadParams } from "./app-messages.ts";
import type { AttemptFailureParams, AttemptSuccessParams, FlawParams } from "./attempt-failures.ts";
import type { ConnectFailureParams } from "./connect-messages.ts";
import type { MappingProblemParams, SuggestionReasonParams } from "./mapping-messages.ts";
import type { Message, Params } from "./message.ts";
import type { MailFailureParams, NoticeParams } from "./notice-messages.ts";

/** Each of Patchbay's own messages, with what it is about. */
export type MessageParams = AttemptFailureParams &
  AttemptSuccessParams &
  FlawParams &
  AppFailureParams &
  CallNoteParams &
  UnreadParams &
  SyncNoteParams &
  NoticeParams &
  MailFailureParams &
  ConnectFailureParams &
  MappingProblemParams &
  SuggestionReasonParams & {
    /** A sentence that was stored before rows held codes. */
    verbatim: { text: string };
    /** Before what the last attempt at a webhook met. */
    notice_last_attempt: Record<never, never>;
  };
export type MessageCode = keyof MessageParams;

/** One of Patchbay's own messages. */
export function say<Code extends MessageCode>(
  code: Code,
  ...given: keyof MessageParams[Code] extends never ? [] : [params: MessageParams[Code] & Params]
): Message & { code: Code } {
  return { code, params: given[0] ?? {} };
}
