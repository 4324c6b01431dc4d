import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { sandboxApp } from "#lib/sandbox/core/sandbox-app.ts";
import type { Inbound, InboundRequest, InboundSecrets } from "../inbound.ts";
import { VerificationError } from "../provider-error.ts";
import { providers } from "../registry.ts";
import { type ProviderTest, startProviderTest } from "../testing/provider-test.ts";

const withInbound = providers.flatMap((provider) =>
  provider.inbound ? [[provider.id, provider, provider.inbound] as const] : [],
);
const secret = "the-secret-that-this-integration-chose";

describe.each(withInbound)("%s", (id, provider, inbound) => {
  const messages: InboundRequest[] = [];
  let scene: ProviderTest;
  let secrets: InboundSecrets;

  // Every command at the provider's side is run once, and what it sends us is kept in place of being taken in.
  beforeAll(async () => {
    scene = await startProviderTest(provider, { also: (request) => keep(request, messages) });
    const url = addressOf(id, inbound);
    const settings = (await inbound.subscribe?.(scene.call(), { url, secret })) ?? {};
    const { commands } = await provider.sandbox();
    for (const name of Object.keys(commands)) await commands[name]?.run(scene.desk);
    secrets = {
      app: sandboxApp(id),
      credentials: { ...scene.credentials, webhookSecret: secret },
      settings: { ...scene.settings, ...settings },
      now: new Date(),
      fetchText: async (address) => (await scene.call().fetch(address)).text(),
    };
  });
  afterAll(() => scene.stop());

  const verify = async (message: InboundRequest, over: Partial<InboundSecrets> = {}) =>
    inbound.verify(message, { ...secrets, ...over });

  const isTaken = async (message: InboundRequest) => {
    try {
      await verify(message);
      return true;
    } catch (error) {
      if (error instanceof VerificationError) return false;
      throw error;
    }
  };
  const signedMessages = async () => {
    const taken = await Promise.all(messages.map((message) => isTaken(withoutSignature(message))));
    return messages.filter((_, index) => !taken[index]);
  };

  test("sends messages from its sandbox, all of which are its own and can be read", async () => {
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) {
      await verify(message);
      for (const { topic, effects } of [inbound.parse(message, secrets)].flat()) {
        expect(topic.length).toBeGreaterThan(0);
        for (const effect of effects) expect(effect.kind).toMatch(/^[a-z_]+$/);
      }
    }
  });

  test("takes nothing from a message without its signature but that it came (a shop's first ping)", async () => {
    for (const message of messages) {
      if (await isTaken(withoutSignature(message))) {
        const effects = [inbound.parse(message, secrets)].flat().flatMap((one) => one.effects);
        expect(effects.filter(({ kind }) => kind !== "noted")).toEqual([]);
      }
    }
    expect((await signedMessages()).length).toBeGreaterThan(0);
  });

  test("refuses a message of which a byte was changed, if it signs what it sends", async () => {
    if (isSecretAddress(messages)) return;
    for (const message of await signedMessages()) {
      const body = Uint8Array.from(message.body);
      const last = body.length - 1;
      body[last] = (body[last] ?? 0) ^ 1;
      await expect(verify({ ...message, body })).rejects.toBeInstanceOf(VerificationError);
    }
  });

  test("refuses a message that was signed with another secret", async () => {
    const other = { clientId: "other", clientSecret: "other", signingSecret: "other" };
    const credentials = { ...secrets.credentials, webhookSecret: "other" };
    if (
      inbound.address === "integration" &&
      Object.keys(secrets.settings).some((name) => /key|webhookId/i.test(name))
    )
      return;
    for (const message of await signedMessages()) {
      await expect(verify(message, { app: other, credentials })).rejects.toBeInstanceOf(VerificationError);
    }
  });

  test("refuses everything where this installation has no app and no secret", async () => {
    for (const message of await signedMessages()) {
      const nothing = { app: null, credentials: {}, settings: {} };
      await expect(verify(message, nothing)).rejects.toBeInstanceOf(VerificationError);
    }
  });

  test("refuses a message that is too old, or from the future, where it signs the time", async () => {
    const { maxAgeSeconds } = inbound;
    if (maxAgeSeconds === undefined) return;
    for (const message of await signedMessages()) {
      for (const seconds of [maxAgeSeconds + 60, -maxAgeSeconds - 60]) {
        const now = new Date(secrets.now.getTime() + seconds * 1_000);
        await expect(verify(message, { now })).rejects.toBeInstanceOf(VerificationError);
      }
    }
  });
});

/** As anybody could send it who knows the address, but not a secret in it. */
function withoutSignature(message: InboundRequest): InboundRequest {
  const { host, pathname } = new URL(message.url);
  const headers = { "content-type": message.headers["content-type"] ?? "", host };
  return { ...message, headers, url: `${env().APP_URL}${pathname}` };
}

/** Where a provider signs nothing, the address itself is the secret. */
function isSecretAddress(messages: readonly InboundRequest[]): boolean {
  return messages.some(({ url }) => new URL(url).search.includes(secret));
}

function addressOf(id: string, { address }: Inbound): string {
  const base = `${env().APP_URL}/api/inbound/${id}`;
  return address === "app" ? base : `${base}/int_0199bf00112233445566778899aabbcc`;
}

async function keep(request: Request, messages: InboundRequest[]): Promise<Response | null> {
  const { pathname, search } = new URL(request.url);
  if (!pathname.startsWith("/api/inbound/")) return null;
  messages.push({
    method: request.method,
    url: `${env().APP_URL}${pathname}${search}`,
    headers: Object.fromEntries(request.headers),
    body: new Uint8Array(await request.arrayBuffer()),
  });
  return new Response(null, { status: 200 });
}
