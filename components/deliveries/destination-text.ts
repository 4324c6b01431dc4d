/** A destination's URL in two parts for a list: the host, and what follows it, empty for the root. */
export function destinationText(url: string): { host: string; path: string } {
  if (!URL.canParse(url)) return { host: url, path: "" };
  const { host, pathname, search } = new URL(url);
  return { host, path: pathname === "/" && search === "" ? "" : `${pathname}${search}` };
}
