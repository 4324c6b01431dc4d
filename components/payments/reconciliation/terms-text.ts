import type { PaymentAccountDto } from "#lib/revenue/reconciliation-schema.ts";

/** Who pays the provider's fees, and who bears losses that the account cannot, as the provider says of the account. */
export function termsText(terms: PaymentAccountDto["terms"], providerName: string): string | null {
  if (terms === null) return null;
  const fees = bearer(terms.fees, providerName);
  const losses = bearer(terms.losses, providerName);
  const told = [
    ...(fees === null ? [] : [`${providerName}’s fees are paid by ${fees}.`]),
    ...(losses === null ? [] : [`What the account cannot pay back is borne by ${losses}.`]),
  ];
  return told.length === 0 ? null : told.join(" ");
}

function bearer(who: string | undefined, providerName: string): string | null {
  if (who === undefined) return null;
  if (who === "application") return "the platform";
  return who === "account" ? "you" : providerName;
}
