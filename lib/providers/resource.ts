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
  /** @param query.search is ignored by providers that cannot search */
  list: (
    call: Call,
    query: { cursor: string | null; limit: number; search?: string | undefined },
  ) => Promise<ResourcePage>;
};
