import type { Inbound, InboundRequest, InboundSecrets } from "../../contract/inbound.ts";
import { VerificationError } from "../../contract/provider-error.ts";
import { parse } from "./parse.ts";

const maxAgeSeconds = 300;

/** One address for the whole platform: https://docs.stripe.com/connect/webhooks. It is set up once, in Stripe. */
export const inbound = {
  address: "app",
  signedBy: "app",
  maxAgeSeconds,
  verify,
  parse,
  subscribe: null,
} satisfies Inbound;

/**
 * https://docs.stripe.com/webhooks/signature. A platform has two endpoints at this address, one for what happens in
 * connected accounts and one for its own fees, and each signs with a secret of its own: the signing secret may be two,
 * with a space or comma between them.
 */
async function verify({ headers, body }: InboundRequest, { app, now }: InboundSecrets): Promise<void> {
  const secrets = app?.signingSecret?.split(/[\s,]+/).filter(Boolean) ?? [];
  if (secrets.length === 0) throw new VerificationError("There is no signing secret to check with.");
  const signature = headers["stripe-signature"] ?? "";
  requireNotAhead(signature, now);
  const { default: StripeClient } = await import("stripe");
  let reason = "";
  for (const secret of secrets) {
    try {
      await StripeClient.webhooks.constructEventAsync(
        Buffer.from(body),
        signature,
        secret,
        maxAgeSeconds,
        undefined,
        now.getTime(),
      );
      return;
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
  }
  throw new VerificationError(reason);
}

/** The SDK looks at how old a message is, and takes one from the future at any distance. */
function requireNotAhead(signature: string, now: Date): void {
  const [, seconds] = /(?:^|,)t=(\d{1,12})(?:,|$)/.exec(signature) ?? [];
  if (seconds !== undefined && Number(seconds) - now.getTime() / 1_000 > maxAgeSeconds) {
    throw new VerificationError("The timestamp lies in the future.");
  }
}
