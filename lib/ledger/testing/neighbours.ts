import { newId } from "#lib/ids.ts";
import type { Book } from "../book.ts";

/** Books of the same merchant that are each another one by a single part: what is asked of one has nothing of these. */
export function listNeighbours(book: Book): Book[] {
  return [
    { ...book, provider: book.provider === "stripe" ? "paypal" : "stripe" },
    { ...book, environment: book.environment === "live" ? "sandbox" : "live" },
    { ...book, accountId: newId("sbx") },
    { ...book, book: book.book === "merchant" ? "platform" : "merchant" },
  ];
}
