import type { Call } from "./call.ts";

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
  /** Further facts in plain words: SKU, tracking number. */
  details: Record<string, string>;
  /** ISO time by the provider's clock. */
  changedAt: string;
};

/** Something that is copied here and kept current. */
export type SyncSource = {
  title: string;
  scopes: readonly string[];
  /** A page of all of it, or of what changed since a time (ISO). The cursor is the provider's own, kept as it is. */
  page: (
    call: Call,
    query: { cursor: string | null; since: string | null },
  ) => Promise<{ records: SyncedRecord[]; nextCursor: string | null; total?: number | undefined }>;
};
