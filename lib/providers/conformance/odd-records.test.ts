import { afterAll, beforeAll, describe } from "vitest";
import { loadProviders } from "../registry.ts";
import { type ProviderTest, startProviderTest } from "../testing/provider-test.ts";
import { testOddLists } from "./odd-lists.ts";
import { testOddMessages } from "./odd-messages.ts";

const providers = await loadProviders();

describe.each(providers.map((provider) => [provider.id, provider] as const))("%s", (_, provider) => {
  let scene: ProviderTest;
  beforeAll(async () => {
    scene = await startProviderTest(provider);
  });
  afterAll(() => scene.stop());

  testOddLists(provider, () => scene);
  const { inbound } = provider;
  if (inbound) describe("messages", () => testOddMessages(provider, inbound));
});
