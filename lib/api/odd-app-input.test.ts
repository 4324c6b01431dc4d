import fc from "fast-check";
import { expect, test } from "vitest";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { connectWithKeys } from "#lib/integrations/connect/connect-with-keys.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import { loadProviders } from "#lib/providers/registry.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { getSandboxState } from "#lib/sandbox/get-sandbox-state.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";
import { integrationEndpoints } from "./integrations.ts";
import { oddQueries, oddTexts, oddValue, seed, spoil, withinPatience } from "./testing/odd-input.ts";
import { askWithKey, type Call, forgetBudgets } from "./testing/one-of-everything.ts";

const providers = await loadProviders();

const timeoutMs = 240_000;
const numRuns = 5;

async function readKeys(ctx: Ctx, provider: string): Promise<Record<string, string>> {
  const { keys } = await getSandboxState({ ctx, input: { provider } });
  return keys[0]?.fields ?? {};
}

async function connect(ctx: Ctx, { id, auth }: Provider): Promise<string> {
  if (auth.kind === "api_key") {
    return (await connectWithKeys({ ctx, input: { provider: id, credentials: await readKeys(ctx, id) } })).id;
  }
  return connectedIn(ctx, { provider: id, query: id === "shopify" ? { shop: "odd.myshopify.com" } : {} });
}

async function findFault(asked: Promise<{ status: number; text: string }>, said: unknown) {
  const answer = await withinPatience(asked);
  if (answer !== "hangs" && answer.status < 500) return [];
  return [`${JSON.stringify(said)?.slice(0, 400)} → ${answer === "hangs" ? answer : answer.text}`];
}

const apps = providers.map((provider) => [provider.id, provider] as const);

test.each(apps)(
  "odd input to the actions and lists of %s is the caller's mistake",
  async (_, provider) => {
    const release = await holdSandboxServer(provider, async () => new Response(null, { status: 200 }));
    try {
      const ctx = await createTestMerchant();
      const key = await createTestApiKey(ctx);
      const id = await connect(ctx, provider);
      const faults: string[] = [];
      const ask = async (endpoint: Endpoint, call: Call) => {
        await forgetBudgets();
        faults.push(...(await findFault(askWithKey(endpoint, key, call), { ...call.params, ...call })));
      };
      for (const [action, { example }] of Object.entries(provider.actions)) {
        const input = fc.oneof(oddValue, { arbitrary: spoil(example), weight: 5 });
        for (const body of fc.sample(input, { seed, numRuns }))
          await ask(integrationEndpoints.runAction, { params: { id, action }, body });
      }
      for (const [turn, resource] of Object.keys(provider.resources).entries()) {
        const texts = oddTexts
          .filter((text) => text.length < 1_000)
          .map((text) => encodeURIComponent(text.toWellFormed()));
        const queries = [
          ...oddQueries.filter((query) => /cursor|search/.test(query)),
          // Each app's lists take turns, so that each text is tried in both places.
          ...texts.map((text, at) => `?${(at + turn) % 2 === 0 ? "cursor" : "search"}=${text}`),
        ];
        for (const query of queries)
          await ask(integrationEndpoints.listResource, { params: { id, resource }, query });
      }
      expect(faults).toEqual([]);
    } finally {
      await release();
    }
  },
  timeoutMs,
);

test.each(apps.filter(([, { auth }]) => auth.kind === "api_key"))(
  "odd keys for %s are the merchant's mistake",
  async (provider, app) => {
    const release = await holdSandboxServer(app, async () => new Response(null, { status: 200 }));
    try {
      const ctx = await createTestMerchant();
      const key = await createTestApiKey(ctx);
      const right = { provider, credentials: await readKeys(ctx, provider) };
      const faults: string[] = [];
      for (const body of fc.sample(spoil(right), { seed, numRuns: 15 })) {
        await forgetBudgets();
        faults.push(
          ...(await findFault(askWithKey(integrationEndpoints.connectWithKeys, key, { body }), body)),
        );
      }
      expect(faults).toEqual([]);
    } finally {
      await release();
    }
  },
  timeoutMs,
);
