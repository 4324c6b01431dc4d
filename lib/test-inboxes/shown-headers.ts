import { maskedValue } from "#lib/crypto/mask.ts";

/** What Patchbay and the way to it set on their own. Every other header was set by someone, and may be a secret. */
const shown =
  /^(?:host|connection|keep-alive|date|accept|accept-encoding|user-agent|content-(?:type|length|encoding)|transfer-encoding|webhook-(?:id|timestamp|signature)|x-forwarded-(?:for|host|port|proto))$/;

/** The headers of a request as whoever may read sees them: a value that a merchant set is masked, its name is not. */
export function shownHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      shown.test(name.toLowerCase()) ? value : maskedValue,
    ]),
  );
}
