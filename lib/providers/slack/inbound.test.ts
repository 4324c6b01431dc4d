import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InboundRequest, InboundSecrets } from "../contract/inbound.ts";
import { ProviderError, VerificationError } from "../contract/provider-error.ts";
import { inbound } from "./inbound.ts";

/** The worked example of docs.slack.dev/authentication/verifying-requests-from-slack. */
const documented = {
  secret: "8f742231b10e8888abcd99yyyzzz85a5",
  timestamp: 1_531_420_618,
  signature: "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
  body: "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c",
};

function createRequest(body: string | Uint8Array, headers: Record<string, string> = {}): InboundRequest {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return { method: "POST", url: "https://patchbay.example/api/inbound/slack", headers, body: bytes };
}

function signed(body: string | Uint8Array, secret: string, timestamp: number): InboundRequest {
  const digest = createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest("hex");
  return createRequest(body, {
    "x-slack-request-timestamp": String(timestamp),
    "x-slack-signature": `v0=${digest}`,
  });
}

function createSecrets(signingSecret: string | undefined, seconds: number): InboundSecrets {
  const app = { clientId: "1.2", clientSecret: "client-secret", signingSecret };
  return { app, credentials: {}, settings: {}, now: new Date(seconds * 1_000) };
}

function parse(message: unknown) {
  return inbound.parse(createRequest(JSON.stringify(message)));
}

describe("the signature of a message", () => {
  const documentedRequest = createRequest(documented.body, {
    "x-slack-request-timestamp": String(documented.timestamp),
    "x-slack-signature": documented.signature,
  });

  test("is that of Slack's worked example", () => {
    const secrets = createSecrets(documented.secret, documented.timestamp);
    expect(() => inbound.verify(documentedRequest, secrets)).not.toThrow();
  });

  test("is good for five minutes before and after its time, and no second longer", () => {
    const at = (seconds: number) => () =>
      inbound.verify(documentedRequest, createSecrets(documented.secret, documented.timestamp + seconds));
    for (const seconds of [-300, 300]) expect(at(seconds)).not.toThrow();
    for (const seconds of [-301, 301]) expect(at(seconds)).toThrow(VerificationError);
  });

  test("covers each byte of the body, whatever the bytes are", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (body, place, flip) => {
          const request = signed(body, "secret", 1_000);
          const secrets = createSecrets("secret", 1_000);
          expect(() => inbound.verify(request, secrets)).not.toThrow();
          const tampered = Uint8Array.from(body);
          tampered[place % body.length] = (body[place % body.length] ?? 0) ^ flip;
          expect(() => inbound.verify({ ...request, body: tampered }, secrets)).toThrow(VerificationError);
        },
      ),
    );
  });

  test("covers the time", () => {
    const request = signed("{}", "secret", 1_000);
    const headers = { ...request.headers, "x-slack-request-timestamp": "1001" };
    expect(() => inbound.verify({ ...request, headers }, createSecrets("secret", 1_000))).toThrow(
      VerificationError,
    );
  });

  test("is refused where there is none, or no secret to check it with", () => {
    const request = signed("{}", "secret", 1_000);
    expect(() => inbound.verify(createRequest("{}"), createSecrets("secret", 1_000))).toThrow(
      VerificationError,
    );
    expect(() => inbound.verify(request, createSecrets(undefined, 1_000))).toThrow(VerificationError);
    expect(() => inbound.verify(request, createSecrets("", 1_000))).toThrow(VerificationError);
    expect(() => inbound.verify(request, { ...createSecrets("secret", 1_000), app: null })).toThrow(
      VerificationError,
    );
  });
});

describe("what a message means", () => {
  const envelope = {
    token: "t",
    team_id: "T012AB3CD",
    api_app_id: "A1",
    event_id: "Ev08MFMKH6",
    event_time: 1,
  };
  const event = (inner: object) => parse({ ...envelope, type: "event_callback", event: inner });

  test("the challenge of a new address is answered with itself", () => {
    expect(parse({ type: "url_verification", token: "t", challenge: "3eZbrw1a" })).toEqual({
      id: null,
      topic: "url_verification",
      accountId: null,
      effects: [],
      reply: { status: 200, contentType: "text/plain", body: "3eZbrw1a" },
    });
  });

  test("an uninstalled app ends the integration, under the id by which a repetition is known", () => {
    expect(event({ type: "app_uninstalled" })).toEqual({
      id: "Ev08MFMKH6",
      topic: "app_uninstalled",
      accountId: "T012AB3CD",
      effects: [{ kind: "ended", reason: "uninstalled", at: expect.any(String) }],
    });
  });

  test("revoked bot tokens end the integration; those of people do not", () => {
    const revoked = (tokens: object) => event({ type: "tokens_revoked", tokens }).effects;
    expect(revoked({ oauth: [], bot: ["U0PATCHBAY1"] })).toMatchObject([
      { kind: "ended", reason: "revoked" },
    ]);
    expect(revoked({ oauth: ["U0ANA000001"], bot: [] })).toEqual([]);
    expect(revoked({ oauth: ["U0ANA000001"] })).toEqual([]);
  });

  test("what Slack sends besides changes nothing", () => {
    expect(event({ type: "channel_rename", channel: { id: "C1" } }).effects).toEqual([]);
    expect(parse({ type: "something_new" })).toMatchObject({ topic: "something_new", effects: [] });
    expect(parse({ type: "app_rate_limited", team_id: "T1", minute_rate_limited: 1 })).toMatchObject({
      accountId: "T1",
      effects: [{ kind: "noted" }],
    });
  });

  test.each([
    ["no JSON", "token=t"],
    ["no object", "[]"],
    ["no type", "{}"],
    ["an event of no workspace", JSON.stringify({ ...envelope, type: "event_callback", team_id: "" })],
    ["a challenge without its text", JSON.stringify({ type: "url_verification" })],
  ])("a message with %s is refused as not Slack's", (_, body) => {
    const refused = () => inbound.parse(createRequest(body));
    expect(refused).toThrow(expect.objectContaining({ kind: "invalid_input" }));
    expect(refused).toThrow(ProviderError);
  });
});
