import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

const link = z.object({
  account: z.string(),
  returnUrl: z.string(),
  refreshUrl: z.string(),
  expiresAt: z.string(),
});
export type Link = z.infer<typeof link>;

/** What stands in the address of an account link: where it leads, signed. */
export function writeLinkToken(content: Link, secret: string): string {
  const text = Buffer.from(JSON.stringify(content)).toString("base64url");
  return `${text}.${signatureOf(text, secret)}`;
}

/** null for a token that was not written here. */
export function readLinkToken(token: string, secret: string): Link | null {
  const [text = "", signature = ""] = token.split(".");
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(text, secret))];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return link.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
}

function signatureOf(text: string, secret: string): string {
  return createHmac("sha256", secret).update("account link").update(text).digest("base64url");
}
