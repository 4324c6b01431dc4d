/** A destination's URL in two parts for a list: the host, and what follows it, empty for the root. */
export function destinationText(url: string): { host: string; path: string } {
  if (!URL.canParse(url)) return { host: url, path: "" };
  const { host, pathname, search } = new URL(url);
  return { host, path: pathname === "/" && search === "" ? "" : `${pathname}${search}` };
}

/** What people call a destination: one without a name by its host. */
export function destinationName({ description, url }: { description: string; url: string }): string {
  return description || destinationText(url).host;
}
