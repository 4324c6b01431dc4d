import { z } from "zod";
import type { Account, Call, ProviderReply } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { failure } from "../kit/failures.ts";
import { toList } from "../kit/lenient.ts";
import { orUndefined } from "../kit/or-undefined.ts";
import { isFine } from "../kit/rest-client.ts";
import { askStore, sendBy } from "./client.ts";
import { livesElsewhere, movedTo, toProviderError, unreadable } from "./errors.ts";
import { kindOfPage } from "./pages.ts";
import {
  getWay,
  plainRoot,
  readApiRoot,
  requireStoreAddress,
  shortStoreAddress,
  usualRoot,
  type Way,
} from "./store-address.ts";
import { plainText, readThroughNotices, readWordPressError } from "./wordpress.ts";
import { tell } from "./words.ts";

const index = z.looseObject({ namespaces: z.array(z.string()) });

type Tried =
  | { outcome: "open" }
  /** The API may be somewhere else, or the keys did not arrive. */
  | { outcome: "not_there" | "keys_unseen"; refusal: ProviderError; reply: ProviderReply };

const request = { method: "GET", path: "orders", query: { per_page: "1", _fields: "id" } } as const;

const rel = "https://api.w.org/";

/**
 * Finds out how the shop is reached, and tests the keys against the very shop that they were typed for or came from: whether they may read, and whether they
 * may write. An empty batch of webhooks changes nothing, yet is refused to a key that may only read and to a user who
 * may not manage the shop.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#batch-update-webhooks
 */
export async function identify(call: Call): Promise<Account> {
  const address = requireStoreAddress(call.settings);
  const way = await findWay(call);
  const asked = { ...call, settings: { ...call.settings, ...way } };
  await askStore(asked, { method: "POST", path: "webhooks/batch", json: {} }, z.unknown());
  return {
    id: address,
    label: (await readShopName(asked)) ?? shortStoreAddress(address),
    grantedScopes: ["read", "write"],
    settings: way,
  };
}

/**
 * The name under which the shop sends its emails, which is the site's title unless the merchant chose another one. The
 * title itself stands only in the index of WordPress, where WooCommerce's keys do not count and may even be refused.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#retrieve-an-setting-option
 */
async function readShopName(call: Call): Promise<string | null> {
  const path = "settings/email/woocommerce_email_from_name";
  // The keys have been found good by now: a shop that hides this setting is called by its address.
  const setting = await orUndefined(
    askStore(call, { method: "GET", path }, z.looseObject({ value: z.string() })),
  );
  return plainText(setting?.value ?? "") || null;
}

/**
 * Finds out how a shop wants to be asked, beginning with the way that is known.
 * @throws {ProviderError} which names what stands in the way
 */
async function findWay(call: Call): Promise<Way> {
  const known = getWay(call.settings);
  let way = known;
  let tried = await tryWay(call, way);
  if (tried.outcome === "not_there") {
    for await (const apiRoot of otherRoots(call, known)) {
      const next = await tryWay(call, { ...known, apiRoot });
      if (next.outcome === "not_there") continue;
      tried = next;
      way = { ...known, apiRoot };
      break;
    }
  }
  if (tried.outcome === "keys_unseen") {
    const other: Way = { ...way, keysIn: way.keysIn === "header" ? "query" : "header" };
    if ((await tryWay(call, other)).outcome === "open") return other;
  }
  if (tried.outcome === "open") return way;
  throw tried.outcome === "not_there" ? await explainMissing(call, known, tried) : tried.refusal;
}

async function tryWay(call: Call, way: Way): Promise<Tried> {
  const reply = await sendBy(call, way, request);
  const isGood = isFine(reply);
  if (isGood && toList(reply.json)) return { outcome: "open" };
  const error = readWordPressError(reply.json);
  const refusal = isGood
    ? unreadable(reply, "no list of orders")
    : toProviderError(reply, "GET", buildAddresses(call, way));
  if (error?.code === "rest_no_route") return { outcome: "not_there", refusal, reply };
  const isRefused = reply.status === 401 || reply.status === 403;
  if (error && isRefused && error.code !== "woocommerce_rest_authentication_error") {
    return { outcome: "keys_unseen", refusal, reply };
  }
  const isPageOfSite = !error && kindOfPage(reply)?.isOfSite === true;
  if (isPageOfSite && (isGood || reply.status === 404)) return { outcome: "not_there", refusal, reply };
  throw refusal;
}

function buildAddresses(call: Call, { apiRoot }: Way) {
  return { store: requireStoreAddress(call.settings), url: `${apiRoot}wc/v3/${request.path}` };
}

/**
 * Where else the API may be: where the shop's front page says that it is, and where plain permalinks have it.
 * https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/
 */
async function* otherRoots(call: Call, known: Way): AsyncGenerator<string> {
  const store = requireStoreAddress(call.settings);
  // A front page that is too long or breaks off keeps nobody from what lies behind it.
  const page = await orUndefined(call.fetch(`${store}/`, { headers: { accept: "text/html" } }));
  const told = page ? (linkInHeader(page.headers.get("link") ?? "") ?? linkInPage(await page.text())) : null;
  const root = told === null ? null : readApiRoot(told, store);
  const roots = new Set([root, usualRoot(call.settings), plainRoot(call.settings)]);
  for (const candidate of roots) {
    if (candidate !== null && candidate !== known.apiRoot) yield candidate;
  }
  if (told !== null && root === null) throw livesElsewhere(told);
  if (page && page.status >= 300 && page.status < 400)
    throw movedTo(page.headers.get("location") ?? undefined, { store, url: `${store}/` });
}

/** `Link: <https://ana.example/wp-json/>; rel="https://api.w.org/"` among others (RFC 8288). */
function linkInHeader(header: string): string | null {
  const link = header
    .slice(0, 8_000)
    .split("<")
    .find((part) => part.includes(`rel="${rel}"`) || part.includes(`rel=${rel}`));
  return link?.split(">")[0]?.trim() ?? null;
}

function linkInPage(html: string): string | null {
  const tags = html.slice(0, 200_000).split("<link").slice(1);
  const tag = tags.map((rest) => rest.slice(0, 1_000).split(">")[0] ?? "").find((text) => text.includes(rel));
  const [, href] = /\bhref=["']([^"']+)["']/.exec(tag ?? "") ?? [];
  return href?.replaceAll("&#038;", "&").replaceAll("&amp;", "&") ?? null;
}

/**
 * Why a shop has no version 3 of WooCommerce's API: what WordPress says of itself tells whether WooCommerce is off or too
 * old. https://developer.wordpress.org/rest-api/extending-the-rest-api/routes-and-endpoints/#namespaces
 */
async function explainMissing(
  call: Call,
  { apiRoot }: Way,
  found: { refusal: ProviderError; reply: ProviderReply },
): Promise<ProviderError> {
  if (readWordPressError(found.reply.json)?.code !== "rest_no_route") return found.refusal;
  const namespaces = await readNamespaces(call, apiRoot);
  const detail = `${found.refusal.detail ?? ""}; namespaces: ${namespaces?.join(" ").slice(0, 300) ?? "not told"}`;
  if (!namespaces) return found.refusal;
  if (namespaces.some((name) => name === "wc/v1" || name === "wc/v2")) {
    const message = tell("address_older_than_3_5");
    return failure("invalid_input", message, detail);
  }
  if (namespaces.some((name) => name.startsWith("wc/"))) return found.refusal;
  const message = tell("wordpress_address_but_not_switched");
  return failure("invalid_input", message, detail);
}

/** null where the index is hidden. No keys are needed for it. */
async function readNamespaces(call: Call, apiRoot: string): Promise<string[] | null> {
  try {
    const answer = await call.fetch(apiRoot, { headers: { accept: "application/json" } });
    const told = index.safeParse(readThroughNotices(await answer.text()));
    return told.success ? told.data.namespaces : null;
  } catch (error) {
    if (error instanceof ProviderError) return null;
    throw error;
  }
}
