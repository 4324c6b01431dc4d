import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { eventCatalogue } from "#lib/events/catalogue/catalogue.ts";
import { stripe } from "#lib/providers/stripe/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { woocommerce } from "#lib/providers/woocommerce/provider.ts";
import { endpoints } from "./endpoints.ts";
import {
  fromElsewhere,
  oddAnywhere,
  oddBodies,
  oddHeaders,
  oddQueries,
  oddTexts,
  oddValue,
  seed,
  spoil,
  withinPatience,
} from "./testing/odd-input.ts";
import {
  askWithKey,
  type Call,
  forgetBudgets,
  formatEndpointName,
  openScenes,
} from "./testing/one-of-everything.ts";

const releases: (() => Promise<void>)[] = [];
const findScene = openScenes(woocommerce);
beforeAll(async () => {
  for (const provider of [woocommerce, stripe]) releases.push(await holdSandboxServer(provider));
});
afterAll(async () => {
  for (const release of releases) await release();
});

const timeoutMs = 240_000;
const asksTheApp = /\/integrations$|\/check$|\/actions\/|\/resources\/|\/payments\//;

/** Each kind of oddness once, in the address, the query, the headers and the body as a whole. */
function oddCalls(right: Call, takesBody: boolean): Call[] {
  const names = Object.keys(right.params ?? {});
  return [
    ...names.flatMap((name) =>
      oddTexts.map((text) => ({ ...right, params: { ...right.params, [name]: text } })),
    ),
    ...(takesBody ? oddAnywhere : oddQueries).map((query) => ({ ...right, query })),
    ...oddHeaders.map((headers) => ({ ...right, headers })),
    ...(takesBody ? oddBodies : []).map((raw, at) =>
      at % 2 === 0 ? { ...right, raw } : { ...right, raw, headers: { "idempotency-key": `odd-${at}` } },
    ),
  ];
}

test.each(endpoints.map((endpoint) => [formatEndpointName(endpoint), endpoint] as const))(
  "odd input to %s is the caller's mistake, and is answered",
  async (name, endpoint) => {
    const { ctx, getCall } = await findScene(name);
    const key = await createTestApiKey(ctx);
    const right = getCall(endpoint);
    const takesBody = endpoint.method === "POST" || endpoint.method === "PATCH";
    const findFault = async (call: Call) => {
      if (asksTheApp.test(name)) await forgetBudgets();
      const answer = await withinPatience(
        askWithKey(endpoint, key, { ...call, headers: { ...fromElsewhere(), ...call.headers } }),
      );
      if (answer !== "hangs" && answer.status < 500 && answer.status !== 429) return null;
      return `${JSON.stringify(call).slice(0, 300)} → ${answer === "hangs" ? answer : answer.text}`;
    };
    const faults: (string | null)[] = [];
    for (const call of oddCalls(right, takesBody)) faults.push(await findFault(call));
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
    if (!takesBody) return;
    const bodies =
      name === "POST /api/events"
        ? eventCatalogue.map(({ type, example }) => ({ type, data: example }))
        : [right.body ?? {}];
    const odd = fc.oneof(oddValue, ...bodies.map((body) => ({ arbitrary: spoil(body), weight: 5 })));
    const property = fc.asyncProperty(odd, async (body) => {
      expect(await findFault({ ...right, body })).toBeNull();
    });
    await fc.assert(property, { seed, numRuns: name === "POST /api/events" ? 60 : 20, endOnFailure: true });
  },
  timeoutMs,
);

test.each(["GET /api/events", "GET /api/deliveries", "GET /api/webhooks/{id}/logs"])(
  "a period of %s that ends before it begins is refused where it ends",
  async (name) => {
    const { ctx, getCall } = await findScene(name);
    const endpoint = endpoints.find((one) => formatEndpointName(one) === name);
    if (!endpoint) throw new Error(`There is no ${name}.`);
    const key = await createTestApiKey(ctx);
    const ask = (from: string, to: string) =>
      askWithKey(endpoint, key, { ...getCall(endpoint), query: `?${new URLSearchParams({ from, to })}` });
    const refused = await ask("2026-01-02T00:00:00Z", "2026-01-02T00:30:00+01:00");
    expect(refused.status).toBe(422);
    expect(JSON.parse(refused.text).errors).toEqual([{ path: "to", message: "must not be before from" }]);
    expect((await ask("2026-01-02T00:00:00Z", "2026-01-02T01:00:00+01:00")).status).toBe(200);
  },
);
