import type {
  AppFailureParams,
  CallNoteParams,
  CallTitleParams,
  DisconnectParams,
  SyncNoteParams,
  UnreadParams,
} from "./app-messages.ts";
import type { AttemptFailureParams, AttemptSuccessParams, FlawParams } from "./attempt-failures.ts";
import type { AttentionParams } from "./attention-messages.ts";
import type {
  PublishParams,
  ReplayParams,
  RunParams,
  RunShownParams,
  StepParams,
} from "./automation-messages.ts";
import type { ConnectFailureParams } from "./connect-messages.ts";
import type { DriftParams } from "./drift-messages.ts";
import type { FormFieldParams } from "./form-fields.ts";
import type { MappingProblemParams, SuggestionReasonParams } from "./mapping-messages.ts";
import type { Message, Params } from "./message.ts";
import type { MailFailureParams, NoticeParams } from "./notice-messages.ts";
import type { PaymentParams } from "./payment-messages.ts";
import type { FieldParams, ProblemParams } from "./problem-messages.ts";
import type { RecipeParams } from "./recipe-messages.ts";

/** Each of Patchbay's own messages, with what it is about. */
export type MessageParams = AttemptFailureParams &
  AttemptSuccessParams &
  FlawParams &
  AppFailureParams &
  CallNoteParams &
  DisconnectParams &
  CallTitleParams &
  UnreadParams &
  SyncNoteParams &
  NoticeParams &
  MailFailureParams &
  ConnectFailureParams &
  MappingProblemParams &
  SuggestionReasonParams &
  RunParams &
  RunShownParams &
  StepParams &
  PublishParams &
  ReplayParams &
  AttentionParams &
  DriftParams &
  RecipeParams &
  PaymentParams &
  ProblemParams &
  FieldParams &
  FormFieldParams & {
    /** A sentence that was stored before rows held codes. */
    verbatim: { text: string };
    url_sendable: Record<never, never>;
    /** Why the signature of what a test inbox received does not verify. */
    inbox_no_webhook: Record<never, never>;
    inbox_no_signature: Record<never, never>;
    inbox_signature_other: Record<never, never>;
    inbox_signature_form: Record<never, never>;
    inbox_signature_old: Record<never, never>;
    inbox_signature_early: Record<never, never>;
    /** Before what the last attempt at a webhook met. */
    notice_last_attempt: Record<never, never>;
  };
export type MessageCode = keyof MessageParams;

/** One of Patchbay's own messages. */
export function say<Code extends MessageCode>(
  code: Code,
  ...args: keyof MessageParams[Code] extends never ? [] : [params: MessageParams[Code] & Params]
): Message & { code: Code } {
  return { code, params: args[0] ?? {} };
}
