/**
 * What to ask for of everything, or of what changed since a time. By number, so that what changes between two pages
 * moves nothing off them. WooCommerce counts in whole seconds and means "later than", hence the second before.
 */
export function changesSince(since: string | null): Record<string, string> {
  const order = { orderby: "id", order: "asc" };
  if (!since) return order;
  const from = new Date(Date.parse(since) - 1_000).toISOString();
  return { ...order, modified_after: gmtOfIso(from), dates_are_gmt: "true" };
}

/**
 * For `modified_after` beside `dates_are_gmt`. Without a zone, because WordPress turns a time that has one into the
 * shop's own before it compares.
 */
function gmtOfIso(time: string): string {
  return new Date(time).toISOString().slice(0, 19);
}
