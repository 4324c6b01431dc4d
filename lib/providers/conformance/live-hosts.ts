import { afterEach, describe, expect, test } from "vitest";
import { createCall } from "#lib/integrations/calls/create-call.ts";
import { reachableAddress } from "#lib/integrations/calls/provider-address.ts";
import { providerClient } from "#lib/integrations/calls/provider-client.ts";
import { lookUp } from "#lib/look-up.ts";
import { isHostOf } from "#lib/sandbox/core/hosts.ts";
import type { Call } from "../contract/call.ts";
import type { Provider } from "../contract/provider.ts";
import { type ProviderTest, startProviderTest } from "../testing/provider-test.ts";

let scene: ProviderTest | undefined;

/**
 * A call as a live integration makes it. What it sends is written down, and answered by the sandbox in the provider's
 * place.
 */
async function openLive(provider: Provider): Promise<{ call: Call; urls: string[] }> {
  scene = await startProviderTest(provider);
  const urls: string[] = [];
  const sandbox = providerClient("sandbox");
  const live: typeof sandbox = {
    ...sandbox,
    send: (request) => {
      urls.push(request.url);
      return sandbox.send({ ...request, url: reachableAddress(provider, "sandbox", request.url) });
    },
  };
  globalThis.patchbayProviderClients = { sandbox, live };
  const { call } = createCall({
    provider,
    environment: "live",
    integrationId: null,
    credentials: scene.credentials,
    settings: scene.settings,
    idempotencyKey: "live-hosts-0123456789",
  });
  const { app, platformFee } = scene.call();
  return { call: { ...call, app, platformFee }, urls };
}

/** A live integration speaks to the provider's real hosts, and to no other. */
export function testLiveHosts(provider: Provider): void {
  const { auth } = provider;
  describe(`${provider.id}, when it is live,`, () => {
    afterEach(async () => {
      globalThis.patchbayProviderClients = undefined;
      await scene?.stop();
    });

    test.skipIf(auth.kind !== "oauth2")(
      "asks for consent and for tokens at its real hosts, over https",
      async () => {
        scene = await startProviderTest(provider);
        const urls = auth.kind === "oauth2" ? Object.values(auth.endpoints(scene.settings)) : [];
        await expectRealHosts(provider, urls);
      },
    );

    test.each(Object.keys(provider.actions))("goes to its real hosts only, over https: %s", async (name) => {
      const { call, urls } = await openLive(provider);
      const action = lookUp(provider.actions, name);
      await action?.run(call, action.example);
      await provider.identify(call);
      await expectRealHosts(provider, urls);
    });
  });
}

async function expectRealHosts(provider: Provider, urls: readonly string[]): Promise<void> {
  const { hosts } = await provider.sandbox();
  expect(urls.length).toBeGreaterThan(0);
  for (const url of urls) {
    expect(url).toMatch(/^https:\/\//);
    expect(isHostOf(hosts, new URL(url).host), url).toBe(true);
    expect(new URL(url).hostname).not.toMatch(/localhost|127\.0\.0\.1/);
  }
}
