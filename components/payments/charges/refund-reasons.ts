/** Reasons that are told the provider as well, and what they are called here. */
export const refundReasons = [
  { value: "requested_by_customer", label: "The guest asked for it" },
  { value: "duplicate", label: "Charged twice" },
  { value: "fraudulent", label: "The payment was fraudulent" },
] as const;

/** A reason as it is read; what was typed elsewhere stands as it is. */
export function refundReasonText(reason: string): string {
  return refundReasons.find(({ value }) => value === reason)?.label ?? reason;
}
