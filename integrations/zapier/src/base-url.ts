/**
 * The origin of the Patchbay that this app speaks to. It is set for each version of the app with
 * `zapier-platform env:set`.
 * @throws where it was not set
 */
export function baseUrl(): string {
  const url = process.env.BASE_URL;
  if (!url) throw new Error("BASE_URL is not set for this version of the app.");
  return url.replace(/\/+$/, "");
}
