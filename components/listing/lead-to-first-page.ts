import { redirect } from "next/navigation";
import { AppError } from "#lib/errors.ts";

/**
 * For the `catch` of a list's first read: a cursor that the list did not give, out of a mangled link, leads to the
 * first page. Every other error is thrown on.
 * @param href the list without a cursor
 */
export function leadToFirstPage(href: string): (error: unknown) => never {
  return (error) => {
    if (isCursorRefused(error)) redirect(href);
    throw error;
  };
}

/** Nothing was wrong with the input but its cursor. Were it more, the first page would be refused again, forever. */
export function isCursorRefused(error: unknown): boolean {
  if (!(error instanceof AppError) || error.fieldErrors.length === 0) return false;
  return error.fieldErrors.every(({ path }) => path === "cursor");
}
