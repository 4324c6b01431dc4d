import type { Tx } from "#db/client.ts";
import type { Book } from "#lib/ledger/book.ts";
import { closeDifferences, listOpenSubjects, openDifferences } from "#lib/ledger/differences.ts";
import type { BooksPage, MoneyObject } from "#lib/providers/contract/payments.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";

export type Unread = BooksPage<unknown>["unread"];

/**
 * What a provider tells in a form that we cannot read is a question for as long as it is met so.
 * @param kind of objects: what they can be asked for by
 */
export async function openUnreadable(
  tx: Tx,
  book: Book,
  unread: Unread,
  kind?: MoneyObject["kind"],
): Promise<void> {
  const code = "movement_unreadable";
  await openDifferences(
    tx,
    book,
    unread.map(({ id, reason }) => ({ code, subject: id ?? "", params: { reason, ...(kind && { kind }) } })),
  );
}

/**
 * Closes the questions about what can be read by now, or is not listed any more.
 * @param met what could not be read when all was read again
 */
export async function closeReadable(tx: Tx, book: Book, met: Unread): Promise<void> {
  const subjects = new Set(met.map(({ id }) => id ?? ""));
  const open = await listOpenSubjects(tx, book, "movement_unreadable");
  await closeDifferences(
    tx,
    book,
    "movement_unreadable",
    open.filter((subject) => !subjects.has(subject)),
  );
}

/** The provider answered, in a form that we cannot read: asking again soon brings the same. */
export function isUnreadable(error: unknown): error is ProviderError {
  return error instanceof ProviderError && error.code === "app_unreadable";
}
