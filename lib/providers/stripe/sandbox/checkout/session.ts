import { z } from "zod";
import { missing } from "../answers.ts";
import type { Work } from "../work.ts";

const line = z.object({ name: z.string(), quantity: z.int(), unitAmount: z.int() });

/** https://docs.stripe.com/api/checkout/sessions/object */
export const sessionDocument = z.object({
  id: z.string(),
  created: z.int(),
  expiresAt: z.int(),
  status: z.enum(["open", "complete", "expired"]),
  currency: z.string(),
  lines: z.array(line),
  feeAmount: z.int().nullable(),
  /** Of the payment that will come of it. */
  paymentMetadata: z.record(z.string(), z.string()),
  description: z.string().nullable(),
  futureUsage: z.enum(["off_session", "on_session"]).nullable(),
  payment: z.string().nullable(),
  customer: z.string().nullable(),
  email: z.string().nullable(),
  reference: z.string().nullable(),
  metadata: z.record(z.string(), z.string()),
  successUrl: z.string().nullable(),
  cancelUrl: z.string().nullable(),
});
export type SessionDocument = z.infer<typeof sessionDocument>;

export function computeTotal({ lines }: Pick<SessionDocument, "lines">): number {
  return lines.reduce((sum, { quantity, unitAmount }) => sum + quantity * unitAmount, 0);
}

export function buildCheckoutUrl(accountId: string, { id }: Pick<SessionDocument, "id">): string {
  return `https://checkout.stripe.com/c/pay/${accountId}/${id}`;
}

export async function saveSession({ store }: Pick<Work, "store">, session: SessionDocument): Promise<void> {
  const labels = session.payment === null ? [] : [`payment_intent:${session.payment}`];
  await store.put("checkout_session", session.id, session, { at: session.created, labels });
}

/** @throws Refusal where there is none */
export async function requireSession({ store }: Pick<Work, "store">, id = ""): Promise<SessionDocument> {
  const found = await store.get("checkout_session", id, sessionDocument);
  if (!found) throw missing("checkout.session", id, "session");
  return found;
}
