/** An event of the merchant's to look at values with. */
export type Sample = {
  /** Null for the catalogue's example. */
  id: string | null;
  type: string;
  occurredAt: string;
  data: Readonly<Record<string, unknown>>;
  /** "Order 1042 · €37.50". */
  summary: string;
};

export type SamplePage = { samples: readonly Sample[]; nextCursor: string | null };
