import type { IntegrationDto } from "#lib/integrations/schema.ts";

interface AccessWords {
  text: string;
  /** A moment that the text leads up to, ISO 8601. */
  at: string | null;
}

/** How long the access lasts, for a shop owner: what renews itself needs no date. */
export function accessWords({
  access,
  status,
  issues,
}: Pick<IntegrationDto, "access" | "status" | "issues">): AccessWords {
  const { expiresAt, isRenewedByItself, renewableUntil } = access;
  if (status === "disconnected") return { text: "None any more", at: null };
  if (issues.some(({ cause }) => cause === "expired" || cause === "revoked")) {
    return { text: "Not accepted by the app any more", at: null };
  }
  if (isRenewedByItself) {
    return renewableUntil === null
      ? { text: "Renews automatically", at: null }
      : { text: "Renews automatically; without use it would end", at: renewableUntil };
  }
  if (expiresAt === null) return { text: "Doesn't expire", at: null };
  return { text: "Ends", at: expiresAt };
}
