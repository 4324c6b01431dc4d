import { eventCatalogue } from "#lib/events/catalogue/catalogue.ts";
import { defaultRetryScheduleSeconds, retryPresets } from "#lib/webhooks/retry-presets.ts";
import type { WebhookDto } from "#lib/webhooks/schema.ts";
import { namedOnlyTypes } from "../event-words.ts";
import { type DelayRow, delayRow, toSeconds } from "./delay-rows.ts";

export type HeaderRow = { key: number; name: string; value: string };
export type AuthType = WebhookDto["auth"]["type"];
type RetryChoice = (typeof retryPresets)[number]["id"] | "custom";

/** All that the editor holds, as it was typed. What a choice hides stays, so that choosing back loses nothing. */
export type WebhookFormValues = {
  url: string;
  description: string;
  events: { isAll: boolean; chosen: readonly string[] };
  headers: readonly HeaderRow[];
  auth: {
    type: AuthType;
    /** New credentials are being typed in place of the stored ones of the same type. */
    isReplaced: boolean;
    header: string;
    value: string;
    username: string;
    password: string;
    token: string;
  };
  retry: { choice: RetryChoice; custom: readonly DelayRow[] };
  timeoutSeconds: string;
  maxPerSecond: string;
  maxInFlight: string;
};

/** The form for a new webhook. */
export function emptyValues(): WebhookFormValues {
  return {
    url: "",
    description: "",
    events: { isAll: false, chosen: [] },
    headers: [],
    auth: {
      type: "none",
      isReplaced: false,
      header: "x-api-key",
      value: "",
      username: "",
      password: "",
      token: "",
    },
    retry: { choice: "standard", custom: defaultRetryScheduleSeconds.map(delayRow) },
    timeoutSeconds: "15",
    maxPerSecond: "",
    maxInFlight: "",
  };
}

/** The form as a webhook fills it; its secrets stay masked or empty. */
export function toFormValues(webhook: WebhookDto): WebhookFormValues {
  const empty = emptyValues();
  const { auth, retrySchedule } = webhook;
  return {
    url: webhook.url,
    description: webhook.description,
    events: {
      isAll: webhook.eventTypes.includes("*"),
      chosen: webhook.eventTypes.filter((type) => type !== "*"),
    },
    headers: Object.entries(webhook.headers).map(([name, value], key) => ({ key, name, value })),
    auth: {
      ...empty.auth,
      type: auth.type,
      ...(auth.type === "apiKey" ? { header: auth.header } : {}),
      ...(auth.type === "basic" ? { username: auth.username } : {}),
    },
    retry: { choice: choiceFor(retrySchedule), custom: retrySchedule.map(delayRow) },
    timeoutSeconds: String(webhook.timeoutMs / 1_000),
    maxPerSecond: webhook.maxPerSecond?.toString() ?? "",
    maxInFlight: webhook.maxInFlight?.toString() ?? "",
  };
}

function choiceFor(schedule: readonly number[]): RetryChoice {
  const preset = retryPresets.find((candidate) => candidate.schedule.join() === schedule.join());
  return preset?.id ?? "custom";
}

/** The event types that are asked for. "*" stands for all that need not be named. */
export function toEventTypes({ isAll, chosen }: WebhookFormValues["events"]): string[] {
  const inOrder = eventCatalogue.map(({ type }) => type).filter((type) => chosen.includes(type));
  return isAll ? ["*", ...inOrder.filter((type) => namedOnlyTypes.includes(type))] : inOrder;
}

/** The waits in seconds; NaN for a wait that is no number yet. */
export function toSchedule({ choice, custom }: WebhookFormValues["retry"]): number[] {
  if (choice === "custom") return custom.map(toSeconds);
  return [...(retryPresets.find((preset) => preset.id === choice)?.schedule ?? [])];
}

/** Whether the address is on another server than the stored one, which gets nothing that was stored for the first. */
export function isMoved({ url }: WebhookFormValues, known: WebhookDto | undefined): boolean {
  if (known === undefined || url.trim() === known.url) return false;
  const next = URL.parse(url.trim());
  return next !== null && next.origin !== URL.parse(known.url)?.origin;
}

/** Whether the credentials that are stored stay as they are. */
export function keepsAuth(values: WebhookFormValues, known: WebhookDto | undefined): boolean {
  const { auth } = values;
  if (known === undefined || auth.type !== known.auth.type) return false;
  return auth.type === "none" || (!auth.isReplaced && !isMoved(values, known));
}

/** A key for one more row. */
export function nextKey(rows: readonly { key: number }[]): number {
  return Math.max(-1, ...rows.map((row) => row.key)) + 1;
}
