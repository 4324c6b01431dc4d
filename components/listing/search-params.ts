/** The query of a page as Next gives it. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** One value of the query, trimmed and at most `maxLength` long; undefined where it is missing or blank. */
export function readParam(params: SearchParams, name: string, maxLength = 200): string | undefined {
  const value = params[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first?.trim().slice(0, maxLength) || undefined;
}

/** An address within the app, with the query entries that are set. */
export function hrefWith(path: string, params: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value !== undefined) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}
