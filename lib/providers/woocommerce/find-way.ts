import type { Call, ProviderReply } from "../contract/call.ts";
import type { ProviderError } from "../contract/provider-error.ts";
import { listOf } from "../kit/lenient.ts";
import { plainRoot, readApiRoot, usualRoot, type Way, wayOf } from "./api-root.ts";
import { sendBy } from "./client.ts";
import { refusalOf, unreadable } from "./errors.ts";
import { explainMissing } from "./explain-missing.ts";
import { livesElsewhere, movedTo } from "./moved.ts";
import { kindOfPage } from "./pages.ts";
import { storeAddressOf } from "./store-address.ts";
import { readWordPressError } from "./wordpress-error.ts";

type Tried =
  | { outcome: "open" }
  /** The API may be somewhere else, or the keys did not arrive. */
  | { outcome: "not_there" | "keys_unseen"; refusal: ProviderError; reply: ProviderReply };

const request = { method: "GET", path: "orders", query: { per_page: "1", _fields: "id" } } as const;

/**
 * Finds out how a shop wants to be asked, beginning with the way that is known.
 * @throws {ProviderError} which names what stands in the way
 */
export async function findWay(call: Call): Promise<Way> {
  const known = wayOf(call.settings);
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
  if (reply.status >= 200 && reply.status < 300 && listOf(reply.json)) return { outcome: "open" };
  const error = readWordPressError(reply.json);
  const isFine = reply.status >= 200 && reply.status < 300;
  const refusal = isFine
    ? unreadable(reply, "no list of orders")
    : refusalOf(reply, "GET", addressesOf(call, way));
  if (error?.code === "rest_no_route") return { outcome: "not_there", refusal, reply };
  const isRefused = reply.status === 401 || reply.status === 403;
  if (error && isRefused && error.code !== "woocommerce_rest_authentication_error") {
    return { outcome: "keys_unseen", refusal, reply };
  }
  const isPageOfSite = !error && kindOfPage(reply)?.isOfSite === true;
  if (isPageOfSite && (isFine || reply.status === 404)) return { outcome: "not_there", refusal, reply };
  throw refusal;
}

function addressesOf(call: Call, { apiRoot }: Way) {
  return { store: storeAddressOf(call.settings), url: `${apiRoot}wc/v3/${request.path}` };
}

/**
 * Where else the API may be: where the shop's front page says that it is, and where plain permalinks have it.
 * https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/
 */
async function* otherRoots(call: Call, known: Way): AsyncGenerator<string> {
  const store = storeAddressOf(call.settings);
  const page = await call.fetch(`${store}/`, { headers: { accept: "text/html" } });
  const text = await page.text();
  const told = linkInHeader(page.headers.get("link") ?? "") ?? linkInPage(text);
  const root = told === null ? null : readApiRoot(told, store);
  const roots = new Set([root, usualRoot(call.settings), plainRoot(call.settings)]);
  for (const candidate of roots) {
    if (candidate !== null && candidate !== known.apiRoot) yield candidate;
  }
  if (told !== null && root === null) throw livesElsewhere(told);
  const location = page.headers.get("location");
  if (page.status >= 300 && page.status < 400)
    throw movedTo(location ?? undefined, { store, url: `${store}/` });
}

const rel = "https://api.w.org/";

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
