import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { newSigningSecret, signWebhook } from "./standard-webhooks.ts";

function headersFor(id: string, body: string, secrets: string[]) {
  const timestampSeconds = Math.floor(Date.now() / 1_000);
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestampSeconds),
    "webhook-signature": signWebhook({ id, timestampSeconds, body, secrets }),
  };
}

test("whatever the body, the Standard Webhooks library accepts the signature, and none of another secret", () => {
  fc.assert(
    fc.property(fc.json(), fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/), (body, id) => {
      const [secret, other] = [newSigningSecret(), newSigningSecret()];
      const headers = headersFor(id, body, [secret]);
      expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
      expect(() => new Webhook(other).verify(body, headers)).toThrow();
      expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
    }),
    { numRuns: 50 },
  );
});

test("while two secrets are in force, a receiver with either is satisfied", () => {
  const [old, fresh] = [newSigningSecret(), newSigningSecret()];
  const headers = headersFor("evt_1", "{}", [fresh, old]);
  for (const secret of [old, fresh]) expect(() => new Webhook(secret).verify("{}", headers)).not.toThrow();
});
