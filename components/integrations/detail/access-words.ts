import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { integrationsDetail as t } from "#lib/words/en/screens/integrations-detail.ts";

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
  if (status === "disconnected") return { text: t("access_words_none_any_more"), at: null };
  if (issues.some(({ cause }) => cause === "expired" || cause === "revoked")) {
    return { text: t("access_words_not_accepted_app_any"), at: null };
  }
  if (isRenewedByItself) {
    return renewableUntil === null
      ? { text: t("access_words_renews_automatically"), at: null }
      : { text: t("access_words_renews_automatically_without_use"), at: renewableUntil };
  }
  if (expiresAt === null) return { text: t("access_words_doesnt_expire"), at: null };
  return { text: t("access_words_ends"), at: expiresAt };
}
