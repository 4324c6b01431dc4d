/** One thing wrong with the input: where, and what would be right. */
export type FieldError = { path: string; message: string };

type AppErrorOptions = {
  /** HTTP status of the answer. */
  status: number;
  /** Stable name of the error for programs, in snake_case. */
  code: string;
  /** What went wrong, in words the merchant may read. */
  message: string;
  fieldErrors?: FieldError[];
  retryAfterSeconds?: number;
  /** For the log only; never shown. */
  cause?: unknown;
};

/** An error that knows its consequence: the status, what the caller reads, and when to try again. */
export class AppError extends Error {
  override name = "AppError";
  readonly status: number;
  readonly code: string;
  readonly fieldErrors: FieldError[];
  readonly retryAfterSeconds: number | undefined;

  constructor(options: AppErrorOptions) {
    super(options.message, { cause: options.cause });
    this.status = options.status;
    this.code = options.code;
    this.fieldErrors = options.fieldErrors ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

export function unauthenticated(
  message = "Sign in, or send an API key as Authorization: Bearer <key>.",
): AppError {
  return new AppError({ status: 401, code: "unauthenticated", message });
}

export function forbidden(permission: string): AppError {
  return new AppError({
    status: 403,
    code: "forbidden",
    message: `This needs the permission ${permission}.`,
  });
}

/** Also for rows of another merchant: their existence is not ours to tell. */
export function notFound(what: string): AppError {
  return new AppError({ status: 404, code: "not_found", message: `There is no such ${what}.` });
}

export function conflict(code: string, message: string): AppError {
  return new AppError({ status: 409, code, message });
}

export function invalidInput(fieldErrors: FieldError[], message = "Some fields are not right."): AppError {
  return new AppError({ status: 422, code: "invalid_input", message, fieldErrors });
}

export function rateLimited(retryAfterSeconds: number, message = "Too many requests."): AppError {
  return new AppError({ status: 429, code: "rate_limited", message, retryAfterSeconds });
}
