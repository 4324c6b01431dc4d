import { z } from "zod";
import { missing } from "../answers.ts";
import type { Work } from "../work.ts";

/** https://docs.stripe.com/api/customers/object */
export const customerDocument = z.object({
  id: z.string(),
  created: z.int(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  description: z.string().nullable(),
  metadata: z.record(z.string(), z.string()),
});
type CustomerDocument = z.infer<typeof customerDocument>;

export function customerView(customer: CustomerDocument): Record<string, unknown> {
  return {
    ...customer,
    object: "customer",
    address: null,
    balance: 0,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    discount: null,
    invoice_prefix: customer.id.slice(-8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    next_invoice_sequence: 1,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
  };
}

export async function saveCustomer(
  { store }: Pick<Work, "store">,
  customer: CustomerDocument,
): Promise<void> {
  const labels = customer.email === null ? [] : [`email:${customer.email}`];
  await store.put("customer", customer.id, customer, { at: customer.created, labels });
}

/** @throws Refusal where there is none */
export async function requireCustomer(
  { store }: Pick<Work, "store">,
  id: string,
  status: 400 | 404 = 400,
): Promise<CustomerDocument> {
  const found = await store.get("customer", id, customerDocument);
  if (!found) throw missing("customer", id, status === 400 ? "customer" : "id", status);
  return found;
}
