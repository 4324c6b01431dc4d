import type { Tone } from "#components/ui/tone.ts";
import type { IntegrationDto, IssueCause } from "#lib/integrations/schema.ts";
import { integrations as t } from "#lib/words/en/screens/integrations.ts";

type State = { tone: Tone; word: string };

const states = () =>
  ({
    connected: { tone: "success", word: t("states_connected") },
    needs_attention: { tone: "warning", word: t("states_needs_attention") },
    disconnected: { tone: "neutral", word: t("states_disconnected") },
  }) as const satisfies Record<IntegrationDto["status"], State>;

/** What the state of a connection is called on screen. */
export function getState({ status }: Pick<IntegrationDto, "status">): State {
  return states()[status];
}

/** What is wrong with a connection, in a few words. */
export const causeTitles = () =>
  ({
    expired: t("cause_titles_access_has_run_out"),
    revoked: t("cause_titles_access_was_withdrawn"),
    scope_missing: t("cause_titles_permission_missing"),
    account_closed: t("cause_titles_account_closed_suspended"),
    account_incomplete: t("cause_titles_app_needs_something_from"),
    rate_limited: t("cause_titles_app_asks_us_slow"),
    unreachable: t("cause_titles_app_cannot_reached"),
  }) as const satisfies Record<IssueCause, string>;

const endings = () =>
  ({
    merchant: t("endings_you_disconnected"),
    uninstalled: t("endings_was_removed_app"),
    revoked: t("endings_access_was_withdrawn_app"),
  }) as const satisfies Record<NonNullable<IntegrationDto["disconnectReason"]>, string>;

/** Why a connection ended. */
export function describeEnding({ disconnectReason }: Pick<IntegrationDto, "disconnectReason">): string {
  return disconnectReason === null ? t("ending_of_not_connected") : endings()[disconnectReason];
}

/** Whether the merchant can put it right by connecting again; otherwise it takes time. */
export function needsReconnect({ issues }: Pick<IntegrationDto, "issues">): boolean {
  return issues.some(({ fix }) => fix === "reconnect");
}

/** Whether somebody has something to do; what only takes time needs nobody. */
export function needsSomeone({ issues }: Pick<IntegrationDto, "issues">): boolean {
  return issues.some(({ fix }) => fix !== "wait");
}

/** Where a connection is looked at: on the page of its app. */
export function integrationHref({ id, provider }: Pick<IntegrationDto, "id" | "provider">): string {
  return `/marketplace/${provider}?account=${encodeURIComponent(id)}`;
}
