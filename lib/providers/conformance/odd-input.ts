import { and, eq, ne } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { sandboxObjects } from "#db/schema/sandbox.ts";
import { env } from "#lib/env.ts";
import { sandboxApp } from "#lib/providers/provider-app.ts";
import { counterKind } from "#lib/sandbox/core/store.ts";
import { buildCallbackUrl } from "#lib/sandbox/testing/authorise.ts";
import { answerAsServed, type Exchange } from "#lib/sandbox/testing/serve-sandbox.ts";
import type { Provider } from "../contract/provider.ts";
import { callAll } from "../testing/call-everything.ts";
import { type OddRequest, oddRequests, pick, placesIn, replaced } from "../testing/odd-requests.ts";
import { type ProviderTest, startProviderTest } from "../testing/provider-test.ts";
import { watchExchanges } from "../testing/sandbox-server.ts";

/** Of one provider: enough to meet each endpoint in each way, and done within seconds. */
const mostRequests = 500;

/** One request of each method and form of address. */
function oneOfEach(exchanges: readonly Exchange[]): Exchange[] {
  const kinds = new Map<string, Exchange>();
  for (const exchange of exchanges) {
    const { method, path, requestBody } = exchange;
    if (!path.startsWith("/sandbox/") || exchange.status >= 400) continue;
    const place = path.split("?")[0]?.replace(/[^/]*\d[^/]*/g, "*");
    const [operation = ""] = /(?:query|mutation) \w+/.exec(requestBody) ?? [];
    const kind = `${method} ${place} ${operation}`;
    const known = kinds.get(kind);
    if (!known || known.requestBody.length + known.path.length < requestBody.length + path.length)
      kinds.set(kind, exchange);
  }
  return [...kinds.values()];
}

/** Where consent is asked for and tokens are given out, asked rightly. */
function oauthExchanges(provider: Provider, scene: ProviderTest): Exchange[] {
  const { auth } = provider;
  const { clientId, clientSecret } = sandboxApp(provider.id);
  const exchange = (method: string, url: string, requestBody = ""): Exchange => ({
    method,
    path: `/sandbox/${provider.id}/${url.replace("https://", "")}`,
    requestHeaders: { "content-type": "application/x-www-form-urlencoded" },
    requestBody,
    status: 200,
    responseHeaders: {},
    responseBody: "",
  });
  if (auth.kind !== "oauth2") return [];
  const { authorize, token } = auth.endpoints(scene.settings);
  const redirect_uri = buildCallbackUrl(provider.id);
  const proof = { client_id: clientId, client_secret: clientSecret };
  const asked = {
    client_id: clientId,
    redirect_uri,
    response_type: "code",
    state: "a",
    scope: auth.scopes[0]?.id ?? "",
  };
  return [
    exchange("GET", `${authorize}?${new URLSearchParams(asked)}`),
    exchange(
      "POST",
      token,
      new URLSearchParams({ ...proof, redirect_uri, grant_type: "authorization_code", code: "a" }).toString(),
    ),
    exchange(
      "POST",
      token,
      new URLSearchParams({ ...proof, grant_type: "refresh_token", refresh_token: "a" }).toString(),
    ),
  ];
}

async function send(provider: Provider, { method, path, headers, body }: OddRequest): Promise<number> {
  const { host: _, "content-length": _length, connection: _connection, ...sent } = headers;
  const request = new Request(`http://localhost:${env().PORT}${path}`, {
    method,
    headers: sent,
    ...(body === undefined || method === "GET" ? {} : { body }),
  });
  const response = await answerAsServed({ providers: [provider] }, request);
  await response.arrayBuffer();
  return response.status;
}

/** A sandbox fails only when it is told to, whatever it is asked and whatever it holds. */
export function testOddInput(provider: Provider): void {
  describe("the sandbox", () => {
    let scene: ProviderTest;
    let exchanges: Exchange[];

    beforeAll(async () => {
      const heard: Exchange[] = [];
      const stop = watchExchanges((exchange) => heard.push(exchange));
      scene = await startProviderTest(provider, { also: async () => new Response(null, { status: 200 }) });
      await callAll(provider, scene);
      stop();
      exchanges = [...oneOfEach(heard), ...oauthExchanges(provider, scene)];
    });
    afterAll(() => scene.stop());

    test("answers no odd request with a failure of its own", async () => {
      const requests = exchanges.flatMap((exchange, turn) => [...oddRequests(exchange, turn * 7)]);
      const failures: unknown[] = [];
      for (const request of spread(requests, mostRequests)) {
        const status = await send(provider, request).catch((error: unknown) => String(error));
        if (typeof status === "number" && status < 500) continue;
        const { method, path, headers, body } = request;
        failures.push({ status, method, path, type: headers["content-type"], body: body?.slice(0, 500) });
      }
      expect(failures).toEqual([]);
      expect(requests.length).toBeGreaterThan(50);
    }, 240_000);

    test("answers no request with a failure of its own because of what it holds", async () => {
      const failures: unknown[] = [];
      for (let round = 0; round < 6; round += 1) {
        await spoil(scene, round);
        for (const { method, path, requestHeaders, requestBody } of exchanges) {
          const status = await send(provider, {
            method,
            path,
            headers: { ...requestHeaders },
            body: requestBody,
          });
          if (status >= 500) failures.push({ round, status, method, path, requestBody });
        }
      }
      expect(failures).toEqual([]);
    }, 240_000);
  });
}

/** At most so many, evenly from all. */
function spread<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(most, items.length) }, (_, index) =>
    pick(items, Math.floor(index * step)),
  );
}

const oddData: readonly unknown[] = [null, 7, "", {}, [], [null], { id: 1 }, "\ufffd", -1, true, "left out"];

/** Puts something odd in one place of each object. */
async function spoil({ account }: ProviderTest, round: number): Promise<void> {
  const own = and(eq(sandboxObjects.accountId, account.id), ne(sandboxObjects.kind, counterKind));
  const objects = await db().select().from(sandboxObjects).where(own).orderBy(sandboxObjects.position);
  for (const [index, object] of objects.entries()) {
    // Every third stays as it is.
    if ((index + round) % 3 === 0) continue;
    const places = placesIn(object.data);
    if (places.length === 0) continue;
    const data = replaced(object.data, pick(places, index * 5 + round * 7), pick(oddData, index + round));

    const row = and(own, eq(sandboxObjects.kind, object.kind), eq(sandboxObjects.id, object.id));
    await db()
      .update(sandboxObjects)
      .set({ data: Object(JSON.parse(JSON.stringify(data))) })
      .where(row);
  }
}
