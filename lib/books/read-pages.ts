import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { callProvider } from "#lib/integrations/calls/call-provider.ts";
import { getManifest, type IntegrationRow, loadProviderFor } from "#lib/integrations/integration-row.ts";
import type { Call } from "#lib/providers/contract/call.ts";
import type { Books, BooksPage } from "#lib/providers/contract/payments.ts";

/** Asks a provider's books for something: one call, in the log of the connection. Rejects with ProviderError. */
export type Reader = <Result>(
  name: string,
  run: (books: Books, call: Call) => Promise<Result>,
) => Promise<Result>;

/** @throws where the app keeps no books, which is a fault of ours */
export function openReader(integration: IntegrationRow): Reader {
  if (!getManifest(integration).paymentFacts?.books) throw keepsNone(integration);
  return async (name, run) => {
    const books = (await loadProviderFor(integration)).payments?.books;
    if (!books) throw keepsNone(integration);
    const { result } = await callProvider({
      integration,
      kind: "sync",
      name,
      idempotencyKey: newId("cal"),
      run: (call) => run(books, call),
      describe: (read) => [say("call_page_read", { count: countRecords(read) })],
    });
    return result;
  };
}

function keepsNone({ provider }: IntegrationRow): Error {
  return new Error(`${provider} keeps no books.`);
}

function countRecords(read: unknown): number {
  if (Array.isArray(read)) return read.length;
  if (typeof read !== "object" || read === null) return 0;
  return "items" in read && Array.isArray(read.items) ? read.items.length : 1;
}

/** More than anything here has: a list that never ends is not believed. */
const mostPages = 2_000;

/** All of a list. @returns isWhole: each record of it could be read, and it came to an end */
export async function readAllPages<Item>(
  read: (cursor: string | null) => Promise<BooksPage<Item>>,
): Promise<{ items: Item[]; isWhole: boolean; unread: { id: string | null; reason: string }[] }> {
  const items: Item[] = [];
  const unread: { id: string | null; reason: string }[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const found: BooksPage<Item> = await read(cursor);
    items.push(...found.items);
    unread.push(...found.unread);
    if (found.next === null || found.next === cursor) {
      return { items, unread, isWhole: unread.length === 0 && found.next === null };
    }
    cursor = found.next;
  }
  return { items, unread, isWhole: false };
}
