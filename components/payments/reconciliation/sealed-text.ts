import type { PaymentAccountDto } from "#lib/revenue/reconciliation-schema.ts";
import { dayText } from "../day-text.ts";

/** Up to which day numbers never change any more, and by what that can be proven. */
export function sealedText({ newestSeal }: Pick<PaymentAccountDto, "newestSeal">): string {
  if (newestSeal === null) return "None yet";
  const { day, journals, hash } = newestSeal;
  const entries = journals === 1 ? "1 movement" : `${journals} movements`;
  return `Up to ${dayText(`${day}T00:00:00Z`)} (UTC), ${entries} that day, seal ${hash.slice(0, 12)}…`;
}
