const pages: readonly (readonly [request: string, page: string])[] = [
  ["/api/payments/ledger", "/payments/entries"],
  ["/api/payments/sales", "/payments/sales"],
];

/** The page that shows what a request of a report lists: exactly what a number is the sum of; null where none does. */
export function pageBehind(request: string | undefined): string | null {
  if (request === undefined) return null;
  const [path = "", query = ""] = request.split("?");
  const page = pages.find(([known]) => known === path)?.[1];
  return page === undefined ? null : `${page}?${query}`;
}
