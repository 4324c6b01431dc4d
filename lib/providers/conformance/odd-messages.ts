import { and, eq, like } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { inboundReceipts } from "#db/schema/integrations.ts";
import { env } from "#lib/env.ts";
import { saveConnection } from "#lib/integrations/connect/save-connection.ts";
import { acceptInbound } from "#lib/integrations/inbound/accept-inbound.ts";
import { sandboxApp } from "#lib/providers/provider-app.ts";
import { render } from "#lib/words/render.ts";
import type { Account } from "../contract/call.ts";
import type { Inbound, InboundMessage, InboundRequest, InboundSecrets } from "../contract/inbound.ts";
import type { Provider } from "../contract/provider.ts";
import { VerificationError } from "../contract/provider-error.ts";
import { unreadMessage } from "../contract/unread.ts";
import { UnreadMessageError } from "../kit/read-message.ts";
import { type ProviderTest, startProviderTest } from "../testing/provider-test.ts";
import { pathsIn, type Spoiling, spoilingsAt } from "./spoil.ts";

const secret = "the-secret-that-this-integration-chose";
const mostOfAKind = 3;
const mostStored = 12;
/** Which is no message any more, or no message that anybody could read. */
const bodies = ["", "odd", "[]", "null", "7", '"odd"', "{}", "{", "\u0000", `${"[".repeat(50_000)}`];

/** Each message of a provider, spoiled in each of many ways: none breaks the reading, and each is answered with 2xx. */
export function testOddMessages(provider: Provider, inbound: Inbound): void {
  const messages: InboundRequest[] = [];
  let scene: ProviderTest;
  let secrets: InboundSecrets;
  let account: Account;

  beforeAll(async () => {
    const also = (request: Request) => keep(request, messages);
    scene = await startProviderTest(provider, { also });
    account = await provider.identify(scene.call());
    const base = `${env().APP_URL}/api/inbound/${provider.id}`;
    const url = inbound.address === "app" ? base : `${base}/int_0199bf00112233445566778899aabbcc`;
    const settings = (await inbound.subscribe?.(scene.call(), { url, secret })) ?? {};
    const { commands } = await provider.sandbox();
    for (const name of Object.keys(commands)) await commands[name]?.run(scene.context);
    const credentials = { ...scene.credentials, webhookSecret: secret };
    secrets = {
      app: sandboxApp(provider.id),
      credentials,
      settings: { ...scene.settings, ...settings },
      now: new Date(),
    };
  });
  afterAll(() => scene.stop());

  const spoiled = () => someOfEachTopic(messages, inbound, secrets).flatMap(spoilMessage);

  test("a message with an odd field is read, or says what is odd", { timeout: 240_000 }, () => {
    expect(spoiled().length).toBeGreaterThan(0);
    for (const { name, request, isSame, plain } of spoiled()) {
      const read = reading(inbound, request, secrets);
      if (isSame) expect(kindsIn(read), name).toEqual(kindsIn(reading(inbound, plain, secrets)));
    }
  });

  test("a message of the provider's own is answered with 2xx and kept, whatever it says", {
    timeout: 240_000,
  }, async () => {
    const rest = { scopes: [], expiresAt: null, refreshExpiresAt: null };
    const connection = {
      provider: provider.id,
      environment: "sandbox",
      account,
      secrets: secrets.credentials,
    } as const;
    const settings = { ...scene.settings, ...account.settings };
    const { id } = await saveConnection(scene.ctx, { ...connection, settings, ...rest }, null);
    // Signatures are tried elsewhere: here each message counts as the provider's own.
    const verify = vi.spyOn(inbound, "verify").mockImplementation(async () => {});
    try {
      for (const { name, request } of everyNth(spoiled(), mostStored)) {
        const integrationId = inbound.address === "integration" ? id : null;
        const taken = acceptInbound({ providerId: provider.id, integrationId, request });
        if (isAnothers(inbound, request, secrets)) {
          await expect(taken, name).rejects.toMatchObject({ status: 401 });
          continue;
        }
        expect((await taken).status, name).toBe(200);
      }
      const receipts = await db()
        .select({ unread: inboundReceipts.unread })
        .from(inboundReceipts)
        .where(and(eq(inboundReceipts.provider, provider.id), like(inboundReceipts.messageId, "% unread %")));
      expect(receipts.length).toBeGreaterThan(0);
      for (const { unread } of receipts)
        expect(unread && render(unreadMessage(unread))).toMatch(/^(?:“|[A-Z]).*\.$/);
    } finally {
      verify.mockRestore();
    }
  });
}

type SpoiledMessage = { name: string; request: InboundRequest; plain: InboundRequest; isSame: boolean };

function spoilMessage(plain: InboundRequest): SpoiledMessage[] {
  const withBody = (name: string, body: string, isSame = false): SpoiledMessage => {
    return { name, plain, isSame, request: { ...plain, body: new TextEncoder().encode(body) } };
  };
  const broken = bodies.map((body) => withBody(`the body is ${body.slice(0, 20)}`, body));
  const json = parseJson(new TextDecoder().decode(plain.body));
  if (json === undefined) return broken;
  const spoilings = [[], ...pathsIn(json)].flatMap((path): Spoiling[] => spoilingsAt(json, path));
  return [
    ...broken,
    { name: "no UTF-8", plain, isSame: false, request: { ...plain, body: new Uint8Array([0x7b, 0xff]) } },
    ...spoilings.map(({ name, isSame, document }) => withBody(name, JSON.stringify(document) ?? "", isSame)),
  ];
}

function reading(
  inbound: Inbound,
  request: InboundRequest,
  secrets: InboundSecrets,
): readonly InboundMessage[] {
  try {
    return [inbound.parse(request, secrets)].flat();
  } catch (error) {
    if (error instanceof UnreadMessageError || error instanceof VerificationError) return [];
    throw error;
  }
}

/** Its content proves that it is not what its headers say: no wish of the provider's. */
function isAnothers(inbound: Inbound, request: InboundRequest, secrets: InboundSecrets): boolean {
  try {
    inbound.parse(request, secrets);
    return false;
  } catch (error) {
    return error instanceof VerificationError;
  }
}

function kindsIn(messages: readonly InboundMessage[]): string[] {
  return messages.flatMap(({ effects }) => effects.map(({ kind }) => kind));
}

function someOfEachTopic(
  messages: readonly InboundRequest[],
  inbound: Inbound,
  secrets: InboundSecrets,
): InboundRequest[] {
  const byTopic = new Map<string, InboundRequest[]>();
  for (const message of messages) {
    const topic = reading(inbound, message, secrets)[0]?.topic ?? "";
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), message]);
  }
  return [...byTopic.values()].flatMap((some) => some.slice(0, mostOfAKind));
}

function everyNth<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, Math.floor(items.length / most));
  return [...items.slice(0, bodies.length), ...items.filter((_, index) => index % step === 0)];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
