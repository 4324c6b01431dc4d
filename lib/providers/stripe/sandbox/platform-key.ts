import { createHash, timingSafeEqual } from "node:crypto";
import type { SandboxDesk, SandboxRequest } from "../../sandbox-kit/contract.ts";
import { badRequest, noKey, wrongKey } from "./refusal.ts";

/** Of the API, by its day: the first of the next major one, which came after the one that Patchbay speaks. */
const endive = "2026-09-30";

/** @throws Refusal unless the request shows the platform's own key (https://docs.stripe.com/api/authentication) */
export function requirePlatformKey({ headers }: SandboxRequest, { app }: SandboxDesk): string {
  const key = keyIn(headers.authorization ?? "");
  if (key === null) throw noKey();
  const [given, expected] = [key, app.clientSecret].map((text) => createHash("sha256").update(text).digest());
  if (!given || !expected || !timingSafeEqual(given, expected)) throw wrongKey(key);
  return key;
}

/** @throws Refusal for a version of the API that there is not */
export function requireVersion({ headers, url }: SandboxRequest): { isBeforeEndive: boolean } {
  const version = headers["stripe-version"];
  if (version === undefined && url.pathname.startsWith("/v2/")) {
    throw badRequest("Missing required header: Stripe-Version.");
  }
  const day = /^(\d{4}-\d{2}-\d{2})(\.[a-z]+)?$/.exec(version ?? "2026-07-29.dahlia")?.[1];
  if (day === undefined) throw badRequest(`Invalid Stripe API version: ${version}`);
  return { isBeforeEndive: day < endive };
}

/** As a bearer token, or as the user name of Basic authentication. */
function keyIn(authorization: string): string | null {
  const [, way, text] = /^(Bearer|Basic) (\S+)$/i.exec(authorization) ?? [];
  if (!way || !text) return null;
  if (way.toLowerCase() === "bearer") return text;
  return Buffer.from(text, "base64").toString("utf8").replace(/:$/, "");
}
