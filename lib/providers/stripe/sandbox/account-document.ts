import { z } from "zod";
import type { SandboxStore } from "../../sandbox-kit/contract.ts";
import { Refusal } from "./answers.ts";
import { termsDocument } from "./terms.ts";

/** How events of an account travel. Whatever becomes of them, `GET /v1/events` has them. */
export const deliveryMode = z.object({
  /** send: at once. hold: until they are released. lose: never. */
  mode: z.enum(["send", "hold", "lose"]).default("send"),
  /** So often each. */
  times: z.int().min(0).max(10).default(1),
  /** With the object, or only its address. https://docs.stripe.com/event-destinations#thin-events */
  style: z.enum(["snapshot", "thin", "both"]).default("snapshot"),
  /** Of these types; the others are sent at once. Left out: all. */
  types: z.array(z.string().max(100)).max(50).optional(),
});

export type DeliveryMode = z.infer<typeof deliveryMode>;

const dayMs = 24 * 60 * 60_000;

const unknown = "The account does not exist, or cannot be read.";

const requirement = z.object({
  /** Stripe's name of it: `identity.individual.documents.primary_verification`. */
  description: z.string(),
  status: z.enum(["currently_due", "past_due"]),
  problem: z.string().nullable(),
});

/** What the sandbox knows of an account. */
export const accountDocument = z.object({
  displayName: z.string(),
  contactEmail: z.string(),
  country: z.string(),
  currency: z.string(),
  /** By the merchant, who had it before; or by the platform. */
  openedBy: z.enum(["merchant", "platform"]),
  /** Whether the platform may enter it. */
  authorization: z.enum(["given", "taken_back"]),
  created: z.string(),
  requirements: z.array(requirement),
  /** When what is due becomes overdue. */
  deadline: z.string().nullable(),
  /** Of `card_payments`, where it does not follow from the requirements. */
  cardPayments: z.enum(["active", "inactive", "pending"]).nullish(),
  /** null = the machine's; otherwise so far from it, or standing still. */
  clock: z.union([z.object({ offsetMs: z.int() }), z.object({ stoppedAt: z.string() })]).nullish(),
  terms: termsDocument.optional(),
  delivery: deliveryMode.optional(),
});
export type AccountDocument = z.infer<typeof accountDocument>;

export async function findAccountDocument(store: SandboxStore): Promise<AccountDocument> {
  const found = await store.get("account", "account", accountDocument);
  if (!found)
    throw new Refusal(403, { type: "invalid_request_error", code: "account_invalid", message: unknown });
  return found;
}

export async function saveAccountDocument(store: SandboxStore, document: AccountDocument): Promise<void> {
  await store.put("account", "account", document);
}

/** Nothing is overdue: https://docs.stripe.com/connect/handling-api-verification */
export function getCardPayments({
  requirements,
  cardPayments,
}: Pick<AccountDocument, "requirements" | "cardPayments">): "active" | "inactive" | "pending" {
  if (requirements.some(({ status }) => status === "past_due")) return "inactive";
  return cardPayments ?? "active";
}

export function canCharge(document: Pick<AccountDocument, "requirements" | "cardPayments">): boolean {
  return getCardPayments(document) === "active";
}

/** What time it is in an account. */
export function timeIn({ clock }: Pick<AccountDocument, "clock">, machine = new Date()): Date {
  if (!clock) return machine;
  return "stoppedAt" in clock ? new Date(clock.stoppedAt) : new Date(machine.getTime() + clock.offsetMs);
}

export function toSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1_000);
}

/** The midnight, by UTC, that so many days bring. 0 = the one that has passed. */
export function midnight(seconds: number, days: number): number {
  return (Math.floor((seconds * 1_000) / dayMs) + days) * (dayMs / 1_000);
}
