import { createServer } from "node:https";
import { onTestFinished } from "vitest";
import { createOutboundClient } from "#lib/http/send.ts";
import { fixture, listen } from "#lib/http/testing.ts";
import { createCall } from "#lib/integrations/calls/create-call.ts";
import { providerClient } from "#lib/integrations/calls/provider-client.ts";
import type { RequestNote } from "#lib/integrations/calls/send-request.ts";
import type { Call } from "../contract/call.ts";
import type { Provider } from "../contract/provider.ts";

export const keys = { consumerKey: `ck_${"1".repeat(40)}`, consumerSecret: `cs_${"2".repeat(40)}` };
const basic = `Basic ${btoa(`${keys.consumerKey}:${keys.consumerSecret}`)}`;

export type Asked = {
  method: string;
  /** As it stood in the first line of the request. */
  target: string;
  url: URL;
  /** Below wc/v3, whatever way it was asked for: `orders`. Empty for anything else. */
  route: string;
  hasHeader: boolean;
  hasQuery: boolean;
  body: string;
};

export type Answer = { status: number; body: string | Uint8Array; headers?: Record<string, string> };

/** What a shop that is as it should be answers; 401 as WooCommerce words it where no keys came. */
export function usual({ route, method, hasHeader, hasQuery }: Asked): Answer {
  if (route === "") return html(404, "Page not found");
  if (!hasHeader && !hasQuery) return wordPressError(401, "woocommerce_rest_cannot_view");
  if (route === "orders") return json([{ id: 12 }]);
  if (route === "webhooks/batch" && method === "POST") return json([]);
  if (route.startsWith("settings/")) return json({ value: "Ana's" });
  return wordPressError(404, "rest_no_route");
}

export function json(value: unknown, status = 200): Answer {
  return { status, body: JSON.stringify(value), headers: { "content-type": "application/json" } };
}

export function html(status: number, title: string, rest = "", headers: Record<string, string> = {}): Answer {
  const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body>${rest}</body></html>`;
  return { status, body, headers: { "content-type": "text/html; charset=utf-8", ...headers } };
}

export function wordPressError(status: number, code: string, message = "No."): Answer {
  return json({ code, message, data: { status } }, status);
}

/** A shop over TLS on loopback, at a path of its own if it is given one, and a live call to it. */
export async function openShopServer(
  provider: Provider,
  answer: (asked: Asked, base: string) => Answer,
  options: { folder?: string; settings?: Record<string, string> } = {},
): Promise<{ store: string; asked: Asked[]; notes: RequestNote[]; call: Call }> {
  const { folder = "" } = options;
  const asked: Asked[] = [];
  const server = createServer({ key: fixture.key, cert: fixture.cert }, (request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      const target = request.url ?? "";
      const url = new URL(target, base);
      const seen = {
        method: request.method ?? "",
        target,
        url,
        route: readRoute(url),
        hasHeader: request.headers.authorization === basic,
        hasQuery:
          url.searchParams.get("consumer_key") === keys.consumerKey &&
          url.searchParams.get("consumer_secret") === keys.consumerSecret,
        body,
      };
      asked.push(seen);
      const { status, body: bytes, headers } = answer(seen, base);
      response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(bytes) });
      response.end(bytes);
    });
  });
  const { port } = await listen(server);
  const base = `https://127.0.0.1:${port}`;
  const store = `${base}${folder}`;
  const live = createOutboundClient({ allowHosts: ["127.0.0.1"], ca: fixture.cert });
  globalThis.patchbayProviderClients = { sandbox: providerClient("sandbox"), live };
  onTestFinished(async () => {
    globalThis.patchbayProviderClients = undefined;
    await live.close();
  });
  const { call, requests } = createCall({
    provider,
    environment: "live",
    integrationId: null,
    credentials: keys,
    settings: { store, ...options.settings },
    idempotencyKey: "shop-0123456789",
  });
  return { store, asked, notes: requests, call };
}

/** Of /wp-json/wc/v3/orders and of /?rest_route=/wc/v3/orders. */
function readRoute({ pathname, searchParams }: URL): string {
  const plain = searchParams.get("rest_route");
  const path = plain ?? pathname.split("/wp-json")[1] ?? "";
  return /^\/wc\/v3\/(.+)$/.exec(path)?.[1] ?? "";
}
