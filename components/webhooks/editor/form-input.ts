import type {
  CreateWebhookInput,
  UpdateWebhookInput,
  WebhookAuth,
  WebhookDto,
} from "#lib/webhooks/schema.ts";
import { keepsAuth, toEventTypes, toFormValues, toSchedule, type WebhookFormValues } from "./form-values.ts";

/** The input of createWebhook for what was typed, right or not. */
export function toCreateInput(values: WebhookFormValues): Required<CreateWebhookInput> {
  return {
    url: values.url.trim(),
    description: values.description.trim(),
    eventTypes: toEventTypes(values.events),
    headers: toHeaders(values),
    auth: toAuth(values.auth),
    retrySchedule: toSchedule(values.retry),
    timeoutMs: parseNumber(values.timeoutSeconds) * 1_000,
    maxPerSecond: toLimit(values.maxPerSecond),
    maxInFlight: toLimit(values.maxInFlight),
  };
}

/**
 * The input of updateWebhook: only what differs from the webhook as it is, so that the log of changes tells the truth.
 * Headers still masked keep their values; credentials that were not replaced are left out.
 */
export function toUpdateInput(values: WebhookFormValues, known: WebhookDto): UpdateWebhookInput {
  const { auth, ...wanted } = toCreateInput(values);
  const { auth: _masked, ...current } = toCreateInput(toFormValues(known));
  const before = new Map<string, string>(
    Object.entries(current).map(([field, value]) => [field, JSON.stringify(value)]),
  );
  const changed = Object.entries(wanted).filter(([field, value]) => before.get(field) !== asText(value));
  return {
    id: known.id,
    ...Object.fromEntries(changed),
    ...(keepsAuth(values, known) ? {} : { auth }),
  };
}

/** As JSON has it, but with NaN told apart from null: an unreadable number is a change, and is then refused. */
function asText(value: unknown): string {
  return Number.isNaN(value) ? "NaN" : JSON.stringify(value);
}

function toHeaders(values: WebhookFormValues): Record<string, string> {
  const filled = values.headers.filter((row) => row.name.trim() !== "" || row.value !== "");
  return Object.fromEntries(filled.map((row) => [row.name.trim(), row.value]));
}

function toAuth(auth: WebhookFormValues["auth"]): WebhookAuth {
  switch (auth.type) {
    case "none":
      return { type: "none" };
    case "apiKey":
      return { type: "apiKey", header: auth.header.trim(), value: auth.value };
    case "basic":
      return { type: "basic", username: auth.username, password: auth.password };
    case "bearer":
      return { type: "bearer", token: auth.token };
  }
}

function parseNumber(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}

function toLimit(text: string): number | null {
  return text.trim() === "" ? null : Number(text);
}
