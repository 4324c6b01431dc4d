import { notFound } from "next/navigation";
import { AppError } from "#lib/errors.ts";

/**
 * For the `catch` of a page about one thing: where there is none by that id, or it is another merchant's, or the id is no
 * id, the page is "not found". Everything else is a fault.
 */
export function missingIsNotFound(error: unknown): never {
  if (error instanceof AppError && (error.status === 404 || error.status === 422)) notFound();
  throw error;
}
