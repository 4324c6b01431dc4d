import { AppError } from "#lib/errors.ts";

/** For `.catch`: what is refused is told on the page; everything else is a fault. */
export function refused(error: unknown): AppError {
  if (error instanceof AppError && error.status < 500) return error;
  throw error;
}
