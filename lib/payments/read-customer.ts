import type { CreateCharge } from "./schema.ts";

/** Who pays, as far as it was said; null = nothing was. */
export function readCustomer({
  customer,
}: CreateCharge): { id?: string; name?: string; email?: string } | null {
  if (!customer) return null;
  const { id, name, email } = customer;
  return { ...(id ? { id } : {}), ...(name ? { name } : {}), ...(email ? { email } : {}) };
}
