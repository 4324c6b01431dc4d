/**
 * The query string for a filter form's values: empty ones left out, and the cursor dropped, because a page of
 * the old filter means nothing under the new one. Starts with "?" or is empty.
 */
export function filterQuery(entries: Iterable<readonly [string, FormDataEntryValue]>): string {
  const params = new URLSearchParams();
  for (const [name, value] of entries) {
    if (typeof value !== "string" || value.trim() === "" || name === "cursor") continue;
    params.append(name, value.trim());
  }
  const query = params.toString();
  return query === "" ? "" : `?${query}`;
}
