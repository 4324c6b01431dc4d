import type { Tone } from "#components/ui/tone.ts";
import type { IntegrationDto, IssueCause } from "#lib/integrations/schema.ts";

type State = { tone: Tone; word: string };

const states = {
  connected: { tone: "success", word: "Connected" },
  needs_attention: { tone: "warning", word: "Needs attention" },
  disconnected: { tone: "neutral", word: "Disconnected" },
} as const satisfies Record<IntegrationDto["status"], State>;

/** What the state of a connection is called on screen. */
export function stateOf({ status }: Pick<IntegrationDto, "status">): State {
  return states[status];
}

/** What is wrong with a connection, in a few words. */
export const causeTitles = {
  expired: "The access has run out",
  revoked: "The access was withdrawn",
  scope_missing: "A permission is missing",
  account_closed: "The account is closed or suspended",
  account_incomplete: "The app needs something from you",
  rate_limited: "The app asks us to slow down",
  unreachable: "The app cannot be reached",
} as const satisfies Record<IssueCause, string>;

const endings = {
  merchant: "You disconnected it.",
  uninstalled: "It was removed at the app.",
  revoked: "The access was withdrawn at the app.",
} as const satisfies Record<NonNullable<IntegrationDto["disconnectReason"]>, string>;

/** Why a connection ended. */
export function endingOf({ disconnectReason }: Pick<IntegrationDto, "disconnectReason">): string {
  return disconnectReason === null ? "It is not connected." : endings[disconnectReason];
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
