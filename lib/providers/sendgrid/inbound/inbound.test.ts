import { generateKeyPairSync, sign } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { render } from "#lib/words/render.ts";
import { VerificationError } from "../../contract/provider-error.ts";
import { inbound } from "./inbound.ts";

const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
const webhookPublicKey = publicKey.export({ format: "der", type: "spki" }).toString("base64");
const sentAt = 1_767_225_600;
const secrets = {
  app: null,
  credentials: {},
  settings: { webhookPublicKey },
  now: new Date(sentAt * 1_000),
  fetchText: () => Promise.reject(new VerificationError("Nothing is fetched.")),
};

function message(events: unknown, timestamp = String(sentAt)) {
  const text = typeof events === "string" ? events : JSON.stringify(events);
  const signature = sign("sha256", Buffer.from(timestamp + text), privateKey).toString("base64");
  return {
    method: "POST",
    url: "https://patchbay.example/api/inbound/sendgrid/int_1",
    headers: {
      "x-twilio-email-event-webhook-signature": signature,
      "x-twilio-email-event-webhook-timestamp": timestamp,
    },
    body: new TextEncoder().encode(text),
  };
}

const bounce = {
  event: "bounce",
  type: "bounce",
  email: "marta.silva@example.com",
  reason: "550 5.1.1 <marta.silva@example.com>: User unknown",
  sg_event_id: "e1",
};

describe("a report", () => {
  test("passes with the signature of its time and very bytes", () => {
    expect(() => inbound.verify(message([bounce]), secrets)).not.toThrow();
  });

  // The example of SendGrid's own library: github.com/sendgrid/sendgrid-nodejs, packages/eventwebhook.
  test("signed by SendGrid itself passes with SendGrid's key", () => {
    const settings = {
      webhookPublicKey:
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEDr2LjtURuePQzplybdC+u4CwrqDqBaWjcMMsTbhdbcwHBcepxo7yAQGhHPTnlvFYPAZFceEu/1FwCM/QmGUhA==",
    };
    const genuine = {
      ...message('{"category":"example_payload","event":"test_event","message_id":"message_id"}'),
      headers: {
        "x-twilio-email-event-webhook-signature":
          "MEUCIQCtIHJeH93Y+qpYeWrySphQgpNGNr/U+UyUlBkU6n7RAwIgJTz2C+8a8xonZGi6BpSzoQsbVRamr2nlxFDWYNH2j/0=",
        "x-twilio-email-event-webhook-timestamp": "1588788367",
      },
    };
    const now = new Date(1_588_788_367_000);
    expect(() => inbound.verify(genuine, { ...secrets, settings, now })).not.toThrow();
    expect(() => inbound.verify(genuine, { ...secrets, now })).toThrow(VerificationError);
  });

  test("is refused with any byte changed", () => {
    const sent = message([bounce]);
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const body = sent.body.map((byte, index) => (index === at % sent.body.length ? byte ^ flip : byte));
        expect(() => inbound.verify({ ...sent, body }, secrets)).toThrow(VerificationError);
      }),
      { numRuns: 50 },
    );
  });

  test("is refused when its time was moved", () => {
    const sent = message([bounce]);
    const headers = { ...sent.headers, "x-twilio-email-event-webhook-timestamp": String(sentAt + 1) };
    expect(() => inbound.verify({ ...sent, headers }, secrets)).toThrow(VerificationError);
  });

  test.each([
    ["a day and more", 26 * 3_600],
    ["from the future", -600],
  ])("is refused when it is %s old", (_, seconds) => {
    const now = new Date((sentAt + seconds) * 1_000);
    expect(() => inbound.verify(message([bounce]), { ...secrets, now })).toThrow(VerificationError);
  });

  test.each(["", "AAAA", "not base64 at all"])("is refused with the signature %j", (signature) => {
    const sent = message([bounce]);
    const headers = { ...sent.headers, "x-twilio-email-event-webhook-signature": signature };
    expect(() => inbound.verify({ ...sent, headers }, secrets)).toThrow(VerificationError);
  });

  test.each([undefined, "", "AAAA", rsaKey()])("is refused where the key that is kept is %s", (key) => {
    const kept: Record<string, string> = key === undefined ? {} : { webhookPublicKey: key };
    const withKey = { ...secrets, settings: kept };
    expect(() => inbound.verify(message([bounce]), withKey)).toThrow(VerificationError);
  });
});

describe("what a report says", () => {
  const titles = (events: unknown) =>
    inbound
      .parse(message(events))
      .effects.flatMap((effect) => (effect.kind === "noted" ? [render(effect.said)] : []));

  test("is a sentence without anybody's address", () => {
    const [title, ...others] = titles([bounce]);
    expect(others).toEqual([]);
    expect(title).toMatch(/^An email came back/);
    expect(title).toContain("example.com: 550 5.1.1");
    expect(title).not.toContain("marta");
  });

  test("is one sentence for each kind, however many came", () => {
    const spam = { event: "spamreport", email: "a@example.com" };
    expect(titles([bounce, bounce, spam, { ...bounce, type: "blocked" }])).toEqual([
      expect.stringMatching(/^2 emails came back/),
      expect.stringMatching(/^Someone marked an email of yours as spam/),
      expect.stringMatching(/^An email was turned away/),
    ]);
  });

  test("of a suspended account is to look into it", () => {
    const event = { event: "account_status_change", type: "compliance_suspend", timestamp: sentAt };
    expect(titles([event])).toEqual([expect.stringContaining("suspended")]);
  });

  test("of opens, clicks and what is new at SendGrid is nothing", () => {
    expect(titles([{ event: "open" }, { event: "click" }, { event: "teleported" }])).toEqual([]);
  });

  test("with a report that cannot be read brings the others, and tells of that one", () => {
    const { effects } = inbound.parse(message([{ event: {} }, bounce, 7]));
    expect(effects.map(({ kind }) => kind)).toEqual(["noted", "unread"]);
  });

  test.each(["constructor", "__proto__", "toString"])("of the kind %s is nothing", (kind) => {
    expect(titles([{ event: kind }, { event: "account_status_change", type: kind }])).toEqual([]);
  });

  test.each(["{", "{}", "7"])("%s is not in SendGrid's form", (text) => {
    expect(() => inbound.parse(message(text))).toThrow(expect.objectContaining({ kind: "invalid_input" }));
  });
});

function rsaKey(): string {
  const pair = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  return pair.publicKey.export({ format: "der", type: "spki" }).toString("base64");
}
