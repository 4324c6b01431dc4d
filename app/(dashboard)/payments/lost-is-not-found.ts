import { redirect } from "next/navigation";
import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { isCursorRefused } from "#components/listing/lead-to-first-page.ts";

/**
 * For the `catch` of a page about one thing: what is not there is not found, a cursor out of a mangled link leads to the
 * first page of what it holds, and everything else is a fault.
 * @param href the page without a cursor
 */
export function lostIsNotFound(href: string): (error: unknown) => never {
  return (error) => {
    if (isCursorRefused(error)) redirect(href);
    return missingIsNotFound(error);
  };
}
