import { failure } from "../kit/failures.ts";
import { tell } from "./words.ts";

/** Summer '26. https://developer.salesforce.com/docs/platform/connect-rest-api/guide/intro_api_eol.html */
export const apiVersion = "67.0";

/** Below which everything lies, for requests that name the address of others. */
export const apiPath = `/services/data/v${apiVersion}`;

const label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
/** https://help.salesforce.com/s/articleView?id=products.domain_name_partitioned_domains.htm&type=5 */
const partition = "(?:sandbox|develop|scratch|demo|patch|free|trailblaze)";
const myDomain = `${label}(?:\\.${partition})?`;

/**
 * What a merchant may type: Salesforce's own sign-in hosts, or a My Domain as it stands in the browser, be it on the
 * sign-in page, in Lightning or in Setup, with or without https:// and a path. No other host fits.
 * https://help.salesforce.com/s/articleView?id=products.domain_name_app_url_changes.htm&type=5
 */
export const loginHostForm = new RegExp(
  `^(?:https?://)?(?:(login|test)\\.salesforce\\.com|(${myDomain})\\.(?:my\\.salesforce\\.com|lightning\\.force\\.com|my\\.salesforce-setup\\.com))(?:/\\S*)?$`,
);

/** My Domain, or the instance of an org that has none in its address: na1.salesforce.com. */
const instanceHostForm = new RegExp(
  `^(?:${myDomain}\\.my\\.salesforce\\.com|[a-z]{2,4}\\d{1,5}s?\\.salesforce\\.com)$`,
);

/**
 * The host on which a merchant signs in, out of what was typed.
 * @throws {ProviderError} invalid_input
 */
export function loginHost(settings: Readonly<Record<string, string>>): string {
  const host = findLoginHost(settings);
  if (host !== null) return host;
  throw failure("invalid_input", tell("not_address"));
}

function findLoginHost({ host = "" }: Readonly<Record<string, string>>): string | null {
  const [fits, general, own] = loginHostForm.exec(host) ?? [];
  if (fits === undefined) return null;
  return general ? `${general}.salesforce.com` : `${(own ?? "").toLowerCase()}.my.salesforce.com`;
}

/**
 * Reads the `instance_url` of a token answer. Every later call goes there with the merchant's token, so nothing but
 * Salesforce's own hosts passes.
 * @returns https and the host; null for any other address
 */
export function readInstanceUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, host, pathname, username, password, search, hash } = new URL(text);
  const isBare = pathname === "/" && [username, password, search, hash].every((part) => part === "");
  return protocol === "https:" && isBare && instanceHostForm.test(host) ? `https://${host}` : null;
}

/**
 * Where an integration's calls go: to the address that came with its token. A My Domain serves the API itself.
 * @throws {ProviderError} auth where neither is known
 */
export function getInstanceUrl(settings: Readonly<Record<string, string>>): string {
  const { instanceUrl } = settings;
  const host = instanceUrl === undefined ? findLoginHost(settings) : null;
  const url = readInstanceUrl(instanceUrl ?? `https://${host ?? ""}`);
  if (url !== null) return url;
  throw failure("auth", tell("does_not_know_where"), `instance ${instanceUrl ?? "(none)"}`);
}
