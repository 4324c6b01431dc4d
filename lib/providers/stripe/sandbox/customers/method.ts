import { z } from "zod";
import { badRequest, missing } from "../answers.ts";
import { findCard } from "../cards.ts";
import { newId, type PaymentDocument } from "../documents.ts";
import type { Work } from "../work.ts";

/** A card of a guest: https://docs.stripe.com/api/payment_methods/object */
export const methodDocument = z.object({
  id: z.string(),
  /** Which test card it is. */
  card: z.string(),
  customer: z.string().nullable(),
  created: z.int(),
  metadata: z.record(z.string(), z.string()),
});
type MethodDocument = z.infer<typeof methodDocument>;

export function methodView({
  id,
  card,
  customer,
  created,
  metadata,
}: MethodDocument): Record<string, unknown> {
  const { brand, last4 } = findCard(card);
  return {
    id,
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: {
      address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
      email: null,
      name: null,
      phone: null,
      tax_id: null,
    },
    card: {
      brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
      country: "US",
      display_brand: brand,
      exp_month: 8,
      exp_year: 2034,
      fingerprint: `sandbox${last4}`,
      funding: "credit",
      generated_from: null,
      last4,
      networks: { available: [brand], preferred: null },
      regulated_status: "unregulated",
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created,
    customer,
    customer_account: null,
    livemode: false,
    metadata,
    type: "card",
  };
}

export async function saveMethod({ store }: Pick<Work, "store">, method: MethodDocument): Promise<void> {
  const labels = method.customer === null ? [] : [`customer:${method.customer}`];
  await store.put("payment_method", method.id, method, { at: method.created, labels });
}

/**
 * The test card that a payment method is.
 * @throws Refusal for one that there is not, or that is somebody else's
 */
export async function findMethod(
  { store }: Pick<Work, "store">,
  id: string,
  customer: string | null,
): Promise<{ card: string; isSaved: boolean }> {
  const saved = await store.get("payment_method", id, methodDocument);
  if (!saved) {
    findCard(id);
    return { card: id, isSaved: false };
  }
  if (saved.customer !== null && saved.customer !== customer) {
    const message =
      "The provided PaymentMethod belongs to another customer. Pass that customer with the payment.";
    throw badRequest(message, "payment_method", "payment_method_customer_mismatch");
  }
  return { card: saved.card, isSaved: saved.customer !== null };
}

/** Keeps the card of a payment with its customer, where it was asked for. Answers the method that it then is. */
export async function saveCard(work: Work, payment: PaymentDocument, method: string): Promise<string> {
  const { customer, futureUsage } = payment;
  if (customer === null || futureUsage === null) return method;
  const saved = await work.store.get("payment_method", method, methodDocument);
  if (saved?.customer === customer) return method;
  const made = saved ?? { id: newId("pm"), card: method, created: work.seconds, metadata: {} };
  await saveMethod(work, { ...made, customer });
  return made.id;
}

/** @throws Refusal where there is none */
export async function requireMethod({ store }: Pick<Work, "store">, id: string): Promise<MethodDocument> {
  const found = await store.get("payment_method", id, methodDocument);
  if (!found) throw missing("PaymentMethod", id, "payment_method", 404);
  return found;
}
