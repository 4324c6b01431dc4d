import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InboundRequest } from "../../contract/inbound.ts";
import { VerificationError } from "../../contract/provider-error.ts";
import { inbound } from "./inbound.ts";
import { secretAddress } from "./subscribe.ts";

const address = "https://patchbay.example/api/inbound/mailchimp/int_1";
const secret = "n2VQ-0Zz_secret";

function requestTo(url: string, body = "", method = "POST"): InboundRequest {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return { method, url, headers, body: new TextEncoder().encode(body) };
}

const verify = (url: string, webhookSecret: string | undefined = secret) =>
  inbound.verify(requestTo(url), { credentials: webhookSecret === undefined ? {} : { webhookSecret } });

describe("a message", () => {
  test("is taken at the secret address, whatever the secret is", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (any) => {
        expect(() => verify(secretAddress(address, any), any)).not.toThrow();
      }),
    );
  });

  test("is refused with any other key, with none, and where there is no secret", () => {
    fc.assert(
      fc.property(
        fc.string().filter((any) => any !== secret),
        (other) => {
          expect(() => verify(secretAddress(address, other))).toThrow(VerificationError);
        },
      ),
    );
    expect(() => verify(address)).toThrow(VerificationError);
    expect(() => verify(`${address}?key=`, "")).toThrow(VerificationError);
    expect(() => inbound.verify(requestTo(`${address}?key=`), { credentials: {} })).toThrow(
      VerificationError,
    );
  });
});

describe("what a message means", () => {
  const parse = (fields: Record<string, string>) =>
    inbound.parse(requestTo(address, new URLSearchParams(fields).toString()));
  const noted = (title: string) => [{ kind: "noted", said: expect.objectContaining({ message: title }) }];
  const email = "marta.silva@example.com";

  // As https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/ shows it.
  const unsubscribe = {
    type: "unsubscribe",
    fired_at: "2009-03-26 21:40:57",
    "data[action]": "unsub",
    "data[reason]": "manual",
    "data[id]": "8a25ff1d98",
    "data[list_id]": "a6b5da1054",
    "data[email]": "api+unsub@mailchimp.com",
    "data[email_type]": "html",
    "data[merges][EMAIL]": "api+unsub@mailchimp.com",
    "data[merges][FNAME]": "Mailchimp",
    "data[ip_opt]": "10.20.10.30",
    "data[campaign_id]": "cb398d21d2",
  };

  test("someone unsubscribed: noted, and nobody named in full", () => {
    expect(parse(unsubscribe)).toEqual({
      id: null,
      topic: "unsubscribe",
      accountId: null,
      effects: noted("a…@mailchimp.com unsubscribed from your Mailchimp audience."),
    });
  });

  test.each([
    [{ type: "unsubscribe", "data[action]": "delete" }, "was deleted from your Mailchimp audience"],
    [{ type: "unsubscribe", "data[reason]": "abuse" }, "reporting spam"],
    [{ type: "cleaned", "data[reason]": "hard" }, "emails to it come back"],
    [{ type: "cleaned", "data[reason]": "abuse" }, "reported an email as spam"],
    [{ type: "profile" }, "changed their details"],
    [{ type: "subscribe" }, "joined your Mailchimp audience"],
  ])("%j: %s", (fields, words) => {
    const { effects } = parse({ ...fields, "data[email]": email });
    expect(effects).toMatchObject([{ kind: "noted", said: { message: expect.stringContaining(words) } }]);
    expect(JSON.stringify(effects)).not.toContain("marta");
  });

  test("an address was changed", () => {
    const changed = { type: "upemail", "data[old_email]": email, "data[new_email]": "ms@example.org" };
    expect(parse(changed).effects).toEqual(
      noted("m…@example.com is m…@example.org in Mailchimp from now on."),
    );
  });

  test("a campaign was sent", () => {
    const sent = { type: "campaign", "data[subject]": "Autumn menu", "data[status]": "sent" };
    expect(parse(sent).effects).toEqual(noted("The campaign “Autumn menu” was sent."));
  });

  test("what Mailchimp may send one day changes nothing", () => {
    expect(parse({ type: "something_new" })).toMatchObject({ topic: "something_new", effects: [] });
  });

  test("a GET with which Mailchimp tries the address, or an empty message, is answered and means nothing", () => {
    for (const request of [
      requestTo(address, "", "GET"),
      requestTo(address, "", "HEAD"),
      requestTo(address),
    ]) {
      expect(inbound.parse(request)).toMatchObject({ topic: "validation", effects: [] });
    }
  });

  test.each([
    ["no type", new TextEncoder().encode("data[email]=a")],
    ["JSON", new TextEncoder().encode('{"type":"unsubscribe"}')],
    ["bytes that are no text", Uint8Array.from([0x74, 0xff, 0xfe])],
  ])("a message with %s is refused as not Mailchimp's", (_, body) => {
    const refused = () => inbound.parse({ ...requestTo(address), body });
    expect(refused).toThrow(expect.objectContaining({ kind: "invalid_input" }));
  });
});
