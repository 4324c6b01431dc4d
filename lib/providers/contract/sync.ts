import type { Message } from "#lib/failures/message.ts";
import type { Call } from "./call.ts";
import type { Unread } from "./unread.ts";

export type SyncedKind = "product" | "order";

/** The local copy of one product or order. Of an order, nothing about the person who placed it. */
export type SyncedRecord = {
  kind: SyncedKind;
  externalId: string;
  title: string;
  /** The provider's own word: ACTIVE, processing, FULFILLED. */
  state: string;
  /** In the smallest unit of the currency; undefined where it has no price. */
  amount?: { minor: number; currency: string };
  /** Pieces on hand; undefined where the provider does not count. */
  stock?: number;
  /** Further facts, as texts or messages: SKU, tracking number. */
  details: Record<string, string | Message>;
  /** ISO time by the provider's clock; null where it does not say, and then what comes last counts. */
  changedAt: string | null;
};

export type SyncPage = {
  records: SyncedRecord[];
  /** What stood on the page and could not be read: it is kept as that, and its copy stays as it was. */
  unread: Unread[];
  nextCursor: string | null;
  total?: number | undefined;
  /** There is more, and the provider does not say where: the copy ends here and is not taken for whole. */
  isCutOff?: boolean;
};

/** Something that is copied here and kept current. */
export type SyncSource = {
  title: string;
  scopes: readonly string[];
  /** A page of all of it, or of what changed since a time (ISO). The cursor is the provider's own, kept as it is. */
  page: (call: Call, query: { cursor: string | null; since: string | null }) => Promise<SyncPage>;
};
