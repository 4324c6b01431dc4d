import { notFound, redirect } from "next/navigation";
import { isCursorRefused } from "#components/listing/lead-to-first-page.ts";
import { AppError } from "#lib/errors.ts";

/**
 * For the `catch` of a page about one thing: what is not there is not found, a cursor out of a mangled link leads to the
 * first page of what it holds, and everything else is a fault.
 * @param href the page without a cursor
 */
export function lostIsNotFound(href: string): (error: unknown) => never {
  return (error) => {
    if (isCursorRefused(error)) redirect(href);
    if (error instanceof AppError && error.status < 500) notFound();
    throw error;
  };
}
