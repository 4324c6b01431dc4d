import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApiKey } from "#db/testing/api-key.ts";
import type { Scope } from "#lib/auth/permissions.ts";
import { scopeSchema } from "#lib/auth/permissions.ts";
import { stripe } from "#lib/providers/stripe/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { woocommerce } from "#lib/providers/woocommerce/provider.ts";
import { endpoints } from "./endpoints.ts";
import { fromElsewhere } from "./testing/odd-input.ts";
import { askWithKey, formatEndpointName, openScenes } from "./testing/one-of-everything.ts";

const releases: (() => Promise<void>)[] = [];
const findScene = openScenes(woocommerce);
beforeAll(async () => {
  for (const provider of [woocommerce, stripe]) releases.push(await holdSandboxServer(provider));
});
afterAll(async () => {
  for (const release of releases) await release();
});

test.each(endpoints.map((endpoint) => [formatEndpointName(endpoint), endpoint] as const))(
  "%s answers as declared to a key with its one permission, and 403 to a key with all others",
  async (name, endpoint) => {
    const { ctx, getCall } = await findScene(name);
    const own = scopeSchema.parse(endpoint.verb.permission);
    const others: Scope[] = scopeSchema.options.filter((scope) => scope !== own);
    // From an address of its own: others' tests use up what one address may ask.
    const right = getCall(endpoint);
    const call = { ...right, headers: { ...fromElsewhere(), ...right.headers } };
    expect((await askWithKey(endpoint, await createTestApiKey(ctx, others), call)).status).toBe(403);
    const answer = await askWithKey(endpoint, await createTestApiKey(ctx, [own]), call);
    expect(answer).toMatchObject({ status: endpoint.status });
  },
);
