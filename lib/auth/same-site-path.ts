const anyOrigin = "http://site.invalid";

/** A path of this site to go to after signing in; the overview where the wish is missing or leads elsewhere. */
export function sameSitePath(wish: unknown): string {
  if (typeof wish !== "string" || !wish.startsWith("/") || !URL.canParse(wish, anyOrigin)) return "/";
  // Browsers read `//host` and `/\host` as other sites, and so does the parser.
  const { origin, pathname, search, hash } = new URL(wish, anyOrigin);
  return origin === anyOrigin ? `${pathname}${search}${hash}` : "/";
}
