"use server";

import type { Taken } from "#components/payments/charges/new-charge-form.tsx";
import { parseMinor } from "#components/recipes/read-install-form.ts";
import { asReader } from "#lib/auth/session.ts";
import { type ReconciledDto, reconcileAccount } from "#lib/books/reconcile-account.ts";
import { env } from "#lib/env.ts";
import { getDigits } from "#lib/money/currency-rules.ts";
import { createCharge } from "#lib/payments/create-charge.ts";
import { endCharge } from "#lib/payments/end-charge.ts";
import { refundCharge } from "#lib/payments/refund-charge.ts";
import { type ActionResult, redirectPosted, runAction } from "#lib/transport/action.ts";
import { paymentsCharges as t } from "#lib/words/en/screens/payments-charges.ts";

/** Asks for a payment by the provider's page, and leads to it. What was typed comes back where it was refused. */
export async function takeCharge(_: unknown, form: FormData): Promise<Taken> {
  const currency = readText(form, "currency").toUpperCase();
  const input = {
    integrationId: readText(form, "integrationId"),
    amount: parseMinor(readText(form, "amount"), getDigits(currency)),
    currency,
    mode: "checkout" as const,
    returnUrl: `${env().APP_URL}/paid`,
    description: readText(form, "description") || undefined,
    orderId: readText(form, "orderId") || undefined,
  };
  const typed = Object.fromEntries(
    ["integrationId", "amount", "currency", "description", "orderId"].map((name) => [
      name,
      readText(form, name),
    ]),
  );
  if (input.amount < 1) {
    const message = await asReader(async () => t("new_charge_form_amount_such_as"));
    return {
      ok: false,
      code: "validation_failed",
      message,
      fieldErrors: [{ path: "amount", message }],
      typed,
    };
  }
  const result = await runAction(async (ctx) => {
    const { id } = await createCharge({ ctx, input, idempotencyKey: readText(form, "key") });
    return { href: `/payments/charges/${id}` };
  });
  if (!result.ok) return { ...result, typed };
  await redirectPosted(result.data.href);
  return result;
}

/** Gives money back as the preview said, and leads to the payment. The same form sent twice is one refund. */
export async function giveBack(_: unknown, form: FormData): Promise<ActionResult<{ href: string }>> {
  const reason = readText(form, "reason");
  const input = {
    id: readText(form, "id"),
    amount: Number(readText(form, "amount")),
    ...(reason === "" ? {} : { reason }),
  };
  const result = await runAction(async (ctx) => {
    await refundCharge({ ctx, input, idempotencyKey: readText(form, "key") });
    return { href: `/payments/charges/${input.id}` };
  });
  if (result.ok) await redirectPosted(result.data.href);
  return result;
}

/** Takes a payment back that waits for its guest. */
export async function endChargeNow(_: unknown, form: FormData): Promise<ActionResult<{ status: string }>> {
  return runAction(async (ctx) => ({
    status: (await endCharge({ ctx, input: { id: readText(form, "id") } })).status,
  }));
}

/** Reads an account at its provider now, and compares all of it with the ledger. */
export async function compareNow(_: unknown, form: FormData): Promise<ActionResult<ReconciledDto>> {
  return runAction((ctx) => reconcileAccount({ ctx, input: { id: readText(form, "id") } }));
}

function readText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}
