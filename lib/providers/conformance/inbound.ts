import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { sandboxApp } from "#lib/providers/provider-app.ts";
import type { Inbound, InboundRequest, InboundSecrets } from "../contract/inbound.ts";
import type { Provider } from "../contract/provider.ts";
import { VerificationError } from "../contract/provider-error.ts";
import { type ProviderTest, startProviderTest } from "../testing/provider-test.ts";

const secret = "the-secret-that-this-integration-chose";

/** Messages that a provider sends us are taken by their proof alone. */
export function testInbound(provider: Provider): void {
  const { id, inbound } = provider;
  if (inbound) describe(id, () => testMessages(provider, inbound));
}

function testMessages(provider: Provider, inbound: Inbound): void {
  const { id } = provider;
  const messages: InboundRequest[] = [];
  let scene: ProviderTest;
  let secrets: InboundSecrets;

  // Every command at the provider's side is run once, and what it sends us is kept in place of being taken in.
  beforeAll(async () => {
    scene = await startProviderTest(provider, { also: (request) => keep(request, messages) });
    const url = buildInboundAddress(id, inbound);
    const settings = (await inbound.subscribe?.(scene.call(), { url, secret })) ?? {};
    const { commands } = await provider.sandbox();
    for (const name of Object.keys(commands)) await commands[name]?.run(scene.context);
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
  /** What another installation, or another integration of this one, would verify with. */
  const otherSecrets = async (): Promise<Partial<InboundSecrets>> => {
    switch (inbound.signedBy) {
      case "app":
        return { app: { clientId: "other", clientSecret: "other", signingSecret: "other" } };
      case "integration":
      case "address":
        return { credentials: { ...secrets.credentials, webhookSecret: "other" } };
      case "provider":
        return { settings: await settingsOfAnother() };
    }
  };
  const settingsOfAnother = async () => {
    const another = await startProviderTest(provider, { also: (request) => keep(request, []) });
    const url = buildInboundAddress(id, inbound);
    const settings = (await inbound.subscribe?.(another.call(), { url, secret })) ?? {};
    await another.stop();
    return { ...another.settings, ...settings };
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

  const isSigned = inbound.signedBy !== "address";
  test.skipIf(!isSigned)(
    "refuses a message of which a byte was changed, if it signs what it sends",
    async () => {
      for (const message of await signedMessages()) {
        const body = Uint8Array.from(message.body);
        const last = body.length - 1;
        body[last] = (body[last] ?? 0) ^ 1;
        await expect(verify({ ...message, body })).rejects.toBeInstanceOf(VerificationError);
      }
    },
  );

  test("refuses a message that was proved by another secret", async () => {
    const other = await otherSecrets();
    for (const message of await signedMessages()) {
      await expect(verify(message, other)).rejects.toBeInstanceOf(VerificationError);
    }
  });

  test("refuses everything where this installation has no app and no secret", async () => {
    for (const message of await signedMessages()) {
      const nothing = { app: null, credentials: {}, settings: {} };
      await expect(verify(message, nothing)).rejects.toBeInstanceOf(VerificationError);
    }
  });

  const { maxAgeSeconds = 0 } = inbound;
  const signsTime = maxAgeSeconds > 0;
  test.skipIf(!signsTime)(
    "refuses a message that is too old, or from the future, by its signed time",
    async () => {
      for (const message of await signedMessages()) {
        for (const seconds of [maxAgeSeconds + 60, -maxAgeSeconds - 60]) {
          const now = new Date(secrets.now.getTime() + seconds * 1_000);
          await expect(verify(message, { now })).rejects.toBeInstanceOf(VerificationError);
        }
      }
    },
  );
}

/** As anybody could send it who knows the address, but not a secret in it. */
function withoutSignature(message: InboundRequest): InboundRequest {
  const { host, pathname } = new URL(message.url);
  const headers = { "content-type": message.headers["content-type"] ?? "", host };
  return { ...message, headers, url: `${env().APP_URL}${pathname}` };
}

function buildInboundAddress(id: string, { address }: Inbound): string {
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
