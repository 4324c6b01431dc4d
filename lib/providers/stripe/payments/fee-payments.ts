import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import { ProviderError } from "../../contract/provider-error.ts";
import { hint, id } from "../../kit/lenient.ts";
import { askAsPlatform } from "../client.ts";
import { idOf } from "./id-of.ts";

const feeRefund = z.looseObject({ id: z.string().startsWith("fr_"), fee: z.unknown() });
const charge = z.looseObject({ id, application_fee: hint });
const withSource = z.looseObject({ source: z.unknown() });
const fee = z.looseObject({ charge: z.unknown() });

/**
 * Of which payments the platform's fees are that went back on a page of movements. A fee refund names its fee, and the
 * fee its charge: on the page itself where that is on it, else the platform asks (https://docs.stripe.com/api/application_fees).
 * @returns the charge's id for a movement's source; null for what is no fee refund
 */
export async function feePayments(
  call: Call,
  records: readonly unknown[],
): Promise<(source: unknown) => string | null> {
  const sources = records.map((record) => withSource.safeParse(record).data?.source);
  const known = new Map<string, string>();
  for (const source of sources) {
    const read = charge.safeParse(source).data;
    if (read?.application_fee) known.set(read.application_fee, read.id);
  }
  for (const feeId of new Set(sources.flatMap((source) => feeOf(source) ?? []))) {
    if (known.has(feeId)) continue;
    const chargeId = await chargeOf(call, feeId);
    if (chargeId !== null) known.set(feeId, chargeId);
  }
  return (source) => known.get(feeOf(source) ?? "") ?? null;
}

function feeOf(source: unknown): string | null {
  const read = feeRefund.safeParse(source).data;
  return read ? idOf(read.fee) : null;
}

async function chargeOf(call: Call, feeId: string): Promise<string | null> {
  try {
    const found = await askAsPlatform(call, "read the fee", fee, ({ stripe, options }) =>
      stripe.applicationFees.retrieve(feeId, {}, options),
    );
    return idOf(found.charge);
  } catch (error) {
    // Another platform's fee, say: the movement is booked without it.
    if (error instanceof ProviderError && error.kind === "not_found") return null;
    throw error;
  }
}
