import type { Message } from "#lib/failures/message.ts";
import type { Call } from "./call.ts";
import type { Unread } from "./unread.ts";

export type ResourceItem = {
  id: string;
  label: string;
  /** A few further facts, as texts or messages: `{ stock: "12" }`. */
  details?: Readonly<Record<string, string | Message>>;
};

export type ResourcePage = {
  items: ResourceItem[];
  /** What stood on the page and could not be read. */
  unread: Unread[];
  nextCursor: string | null;
};

/** What an account holds and a form can offer: channels, spreadsheets, products. */
export type Resource = {
  title: string;
  /** Ids of the scopes that it needs. */
  scopes: readonly string[];
  /** What is not in it may be named all the same: the app makes it. */
  isOpen?: true;
  /** The app knows more than the list has: what was never found in it may be right. */
  isPartial?: true;
  /**
   * Where a field may name an item otherwise than by its id, or the list goes over several wholes: the id that the list
   * has for it, and what to search for; null = nobody can tell whether it is there.
   * @param input those inputs of the action that are the same each time
   */
  narrow?: (
    input: Readonly<Record<string, unknown>>,
    value: string,
  ) => { id: string; search?: string | undefined } | null;
  /** @param query.search is ignored by providers that cannot search */
  list: (
    call: Call,
    query: { cursor: string | null; limit: number; search?: string | undefined },
  ) => Promise<ResourcePage>;
};
