import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { render } from "#lib/words/render.ts";
import type { InboundRequest, InboundSecrets } from "../contract/inbound.ts";
import { ProviderError, VerificationError } from "../contract/provider-error.ts";
import { inbound } from "./inbound.ts";

const url = "https://patchbay.example/api/inbound/hubspot";
const clientSecret = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
const sentAt = 1_790_000_001_000;

function secretsAt(ms: number, secret = clientSecret): InboundSecrets {
  const app = { clientId: "client-id", clientSecret: secret };
  return { app, credentials: {}, settings: {}, now: new Date(ms) };
}

function createMessage(
  body: string | Uint8Array,
  headers: Record<string, string> = {},
  to = url,
): InboundRequest {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return { method: "POST", url: to, headers, body: bytes };
}

function signed(body: string | Uint8Array, options: { to?: string; signedUrl?: string } = {}) {
  const { to = url, signedUrl = to } = options;
  const at = String(sentAt);
  const digest = createHmac("sha256", clientSecret)
    .update(`POST${signedUrl}`)
    .update(body)
    .update(at)
    .digest("base64");
  return createMessage(body, { "x-hubspot-request-timestamp": at, "x-hubspot-signature-v3": digest }, to);
}

const isAccepted = async (request: InboundRequest, secrets = secretsAt(sentAt)) => {
  try {
    await inbound.verify(request, secrets);
    return true;
  } catch (error) {
    if (error instanceof VerificationError) return false;
    throw error;
  }
};

describe("the signature of a message", () => {
  test("is taken whatever the body says, and made here without HubSpot's SDK", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (body) => {
        expect(await isAccepted(signed(body))).toBe(true);
      }),
    );
    expect(await isAccepted(signed(Buffer.from([0xef, 0xbb, 0xbf, 0x5b, 0x5d])))).toBe(true);
  });

  test("is good for five minutes before and after its time, and no longer", async () => {
    for (const ms of [-300_000, 0, 300_000])
      expect(await isAccepted(signed("[]"), secretsAt(sentAt + ms))).toBe(true);
    for (const ms of [-300_001, 300_001])
      expect(await isAccepted(signed("[]"), secretsAt(sentAt + ms))).toBe(false);
  });

  test("covers each byte of the body", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "binary", minLength: 1, maxLength: 100 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (text, at, flip) => {
          const request = signed(text);
          const place = at % request.body.length;
          const changed = request.body.map((byte, index) => (index === place ? byte ^ flip : byte));
          expect(await isAccepted({ ...request, body: changed })).toBe(false);
        },
      ),
    );
  });

  test("of bytes that are no text is refused, as HubSpot sends JSON", async () => {
    expect(await isAccepted(signed(Buffer.from([0x5b, 0xff, 0x5d])))).toBe(false);
  });

  test.each([
    ["another method", { method: "PUT" }],
    ["another address", { url: `${url}/` }],
    ["plain http", { url: url.replace("https", "http") }],
  ])("does not fit %s", async (_, change) => {
    expect(await isAccepted({ ...signed("[]"), ...change })).toBe(false);
  });

  test("is made over the address with HubSpot's twelve characters decoded, and no others", async () => {
    const to = `${url}?a=%3A%2F%3F%40%21%24%27%28%29%2A%2C%3b&b=%20%26%C3%A9`;
    const signedUrl = `${url}?a=:/?@!$'()*,;&b=%20%26%C3%A9`;
    expect(await isAccepted(signed("[]", { to, signedUrl }))).toBe(true);
    expect(await isAccepted(signed("[]", { to }))).toBe(false);
  });

  test.each([
    ["without a signature", { "x-hubspot-request-timestamp": String(sentAt) }],
    ["with that of version 1 only", { "x-hubspot-signature": "232db2615f3d666fe21a8ec971ac7b54" }],
    [
      "with a timestamp that is none",
      { "x-hubspot-request-timestamp": "now", "x-hubspot-signature-v3": "eA==" },
    ],
  ])("is missed in a message %s", async (_, headers) => {
    expect(await isAccepted(createMessage("[]", headers))).toBe(false);
  });

  test("of another secret, or where there is no app, is refused", async () => {
    expect(await isAccepted(signed("[]"), secretsAt(sentAt, "another"))).toBe(false);
    expect(await isAccepted(signed("[]"), { ...secretsAt(sentAt), app: null })).toBe(false);
  });
});

describe("a message", () => {
  const event = {
    eventId: 100,
    subscriptionId: 3_105_220,
    portalId: 1_234_567,
    appId: 7_204_518,
    occurredAt: sentAt,
    subscriptionType: "contact.deletion",
    attemptNumber: 0,
    objectId: 60_100_000_101,
    changeSource: "CRM_UI",
  };
  const parseAll = (...events: object[]) => inbound.parse(createMessage(JSON.stringify(events)));
  const parse = (...events: object[]) => {
    const [message, ...others] = parseAll(...events);
    if (!message || others.length > 0) throw new Error("It is not one message.");
    return message;
  };
  const titles = (...events: object[]) =>
    parse(...events).effects.map((effect) => (effect.kind === "noted" ? render(effect.said) : effect.kind));

  test("says which account it is about, and what happened", () => {
    expect(parse(event)).toMatchObject({ topic: "contact.deletion", accountId: "1234567" });
    expect(titles(event)).toEqual(["A contact was deleted in HubSpot."]);
    const more = [event, { ...event, eventId: 101 }, { ...event, subscriptionType: "deal.deletion" }];
    expect(titles(...more)).toEqual([
      "2 contacts were deleted in HubSpot.",
      "A deal was deleted in HubSpot.",
    ]);
  });

  test("of the newer subscriptions names the object by its type", () => {
    const deletion = { ...event, subscriptionType: "object.deletion" };
    const all = ["0-1", "0-3", "0-2"].map((objectTypeId) => ({ ...deletion, objectTypeId }));
    expect(titles(...all)).toEqual(["A contact was deleted in HubSpot.", "A deal was deleted in HubSpot."]);
  });

  test("tells that a contact was deleted for privacy", () => {
    expect(titles({ ...event, subscriptionType: "contact.privacyDeletion" })).toEqual([
      expect.stringContaining("for good"),
    ]);
  });

  test("is the same message at each attempt, and another one for another event", () => {
    const { id } = parse(event);
    expect(parse({ ...event, attemptNumber: 3 }).id).toBe(id);
    for (const change of [
      { objectId: 2 },
      { occurredAt: sentAt + 1 },
      { subscriptionId: 2 },
      { portalId: 2 },
    ]) {
      expect(parse({ ...event, ...change }).id).not.toBe(id);
    }
  });

  test("about several accounts is told to each for itself", () => {
    const others = { ...event, portalId: 7, subscriptionType: "deal.deletion" };
    expect(parseAll(event, others)).toMatchObject([
      { accountId: "1234567", topic: "contact.deletion" },
      { accountId: "7", topic: "deal.deletion" },
    ]);
  });

  test("of a kind that was not asked for is taken, and means nothing", () => {
    expect(parse({ ...event, subscriptionType: "contact.creation" }).effects).toEqual([]);
  });

  test("with an event that cannot be read brings the others, and tells of that one", () => {
    const odd = { ...event, subscriptionType: {} };
    expect(parseAll(odd, event, { subscriptionType: "contact.deletion" })).toMatchObject([
      { accountId: "1234567", topic: "contact.deletion" },
      { accountId: "1234567", effects: [{ kind: "unread", reason: { field: "subscriptionType" } }] },
      { accountId: null, effects: [{ kind: "unread", reason: { field: "portalId" } }] },
    ]);
  });

  test.each(["", "{", "{}", "1", "\xff"])("%j is not in HubSpot's form", (body) => {
    expect(() => inbound.parse(createMessage(Buffer.from(body, "latin1")))).toThrow(ProviderError);
  });
});
