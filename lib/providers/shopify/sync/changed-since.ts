/**
 * The filter and order of a sync page. What changes while the pages are read moves to their end, and so is not missed.
 * @param since ISO time, or null for all there is
 */
export function changedSince(since: string | null): { query: string | null; sortKey: "ID" | "UPDATED_AT" } {
  if (since === null) return { query: null, sortKey: "ID" };
  return { query: `updated_at:>='${since}'`, sortKey: "UPDATED_AT" };
}
