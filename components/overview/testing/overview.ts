import type { AutomationInNeed } from "#lib/automations/summary/overview-schema.ts";
import type {
  FailingDestination,
  HeldSoonOver,
  Overview,
  RetryingDestination,
} from "#lib/overview/overview-schema.ts";

export const quiet = {
  events: 0,
  eventsToNowhere: 0,
  delivered: 0,
  failed: 0,
  pending: 0,
  held: 0,
  cancelled: 0,
  p95Ms: null,
};
export const well: Overview = {
  last24h: quiet,
  webhooks: 2,
  switchedOff: 0,
  automations: { total: 0, active: 0, inNeed: [] },
  unwell: [],
  retrying: [],
  heldSoonOver: [],
};
export const automation: AutomationInNeed = {
  automationId: "aut_1",
  name: "Kitchen",
  status: "active",
  failingSince: null,
  reviews: 0,
  decisions: 0,
  issues: 0,
};
export const automations = (...inNeed: Partial<AutomationInNeed>[]) => ({
  total: 3,
  active: 3,
  inNeed: inNeed.map((one) => ({ ...automation, ...one })),
});
export const late: RetryingDestination = {
  webhookId: "wh_2",
  kind: "webhook",
  url: "https://pos.example.com/hooks",
  description: "Till",
  deliveries: 5,
  orders: 3,
  nextAttemptAt: "2026-10-02T18:05:00.000Z",
};
export const failing: FailingDestination = {
  webhookId: "wh_1",
  url: "https://pos.example.com/hooks",
  description: "",
  status: "active",
  disabledReason: null,
  failingSince: "2026-10-02T18:00:00.000Z",
  failureCode: "http_status",
  statusCode: 503,
  message: "The endpoint is not available at the moment (503).",
  lastFailedAt: "2026-10-02T18:00:00.000Z",
  waiting: 1,
};
export const soonOver: HeldSoonOver = {
  webhookId: "wh_3",
  kind: "webhook",
  url: "https://bar.example.com/hooks",
  description: "Bar",
  status: "paused",
  held: 240,
  heldUntil: "2026-10-04T18:00:00.000Z",
};
export const switchedOff = { ...failing, status: "disabled", disabledReason: "failing" } as const;
