import { type CallFailureCode, consequences } from "#lib/failures/consequences.ts";
import type { Message } from "#lib/failures/message.ts";
import type { ProviderError } from "#lib/providers/contract/provider-error.ts";

export type StepFailure = {
  kind: CallFailureCode;
  /** Path into the action's input; empty = the step as a whole. */
  field: string;
  said: Message;
  /** It would be the same at each further try. */
  isFinal: boolean;
  /** Its owner can put it right: the run waits for that. */
  isOfAccount: boolean;
  askedWaitMs: number;
};

/** What would be the same at each further try. */
export function refusal(said: Message, field = ""): StepFailure {
  return { kind: "invalid_input", field, said, isFinal: true, isOfAccount: false, askedWaitMs: 0 };
}

export function toStepFailure({ kind, said, retryAfterMs }: ProviderError): StepFailure {
  const { retry, side } = consequences[kind];
  const isOfAccount = side === "account";
  const isFinal = retry === "never" && !isOfAccount;
  return { kind, field: "", said, isFinal, isOfAccount, askedWaitMs: retryAfterMs ?? 0 };
}
