import type { Message } from "#lib/failures/message.ts";
import type { NamedThing } from "#lib/failures/problem-messages.ts";
import { say } from "#lib/failures/say.ts";

/** One thing wrong with the input, as a caller reads it: where, and what would be right. */
export type FieldError = { path: string; message: string };

/** The same before it is rendered: what a schema says of a field is a text, all else a message with a code. */
export type FieldFault = { path: string; message: string | Message };

type AppErrorOptions = {
  /** HTTP status of the answer. */
  status: number;
  /** Stable name of the error for programs, in snake_case. */
  code: string;
  /** What went wrong, which the edge renders for whoever asked. */
  said: Message;
  fieldErrors?: readonly FieldFault[];
  retryAfterSeconds?: number;
  /** For the log only; never shown. */
  cause?: unknown;
};

/**
 * An error that knows its consequence: the status, what the caller reads, and when to try again. `code` is for programs;
 * several sentences (`said`) may stand under one. Its own `message` is for the log: `renderError` makes the sentence.
 */
export class AppError extends Error {
  override name = "AppError";
  readonly status: number;
  readonly code: string;
  readonly said: Message;
  readonly fieldErrors: readonly FieldFault[];
  readonly retryAfterSeconds: number | undefined;

  constructor(options: AppErrorOptions) {
    super(`${options.said.code} ${JSON.stringify(options.said.params)}`, { cause: options.cause });
    this.status = options.status;
    this.code = options.code;
    this.said = options.said;
    this.fieldErrors = options.fieldErrors ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

export function unauthenticated(said: Message = say("problem_unauthenticated")): AppError {
  return new AppError({ status: 401, code: "unauthenticated", said });
}

export function forbidden(permission: string): AppError {
  return new AppError({ status: 403, code: "forbidden", said: say("problem_forbidden", { permission }) });
}

/** Also for rows of another merchant: their existence is not ours to tell. */
export function notFound(thing: NamedThing): AppError {
  return new AppError({ status: 404, code: "not_found", said: say("problem_not_found", { thing }) });
}

export function conflict(code: string, said: Message): AppError {
  return new AppError({ status: 409, code, said });
}

export function invalidInput(
  fieldErrors: readonly FieldFault[],
  said: Message = say("problem_invalid_input"),
): AppError {
  return new AppError({ status: 422, code: "invalid_input", said, fieldErrors });
}

export function rateLimited(
  retryAfterSeconds: number,
  said: Message = say("problem_rate_limited"),
): AppError {
  return new AppError({ status: 429, code: "rate_limited", said, retryAfterSeconds });
}
