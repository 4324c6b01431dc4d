import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { charges } from "#db/schema/payments.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { say } from "#lib/failures/say.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import type { Asked } from "./asked.ts";
import { askedCharge } from "./asked-charge.ts";
import { noteFailure } from "./note-failure.ts";
import type { ChargeRow } from "./states/apply-payment.ts";
import { makeUpCharge } from "./testing/make-up-charge.ts";

const said = say("app_unreadable", { app: "Stripe" });
const failing = (kind: "conflict" | "timeout") => new ProviderError({ kind, message: said });

/** A payment that was asked for just now, at an app that says how it stands; how often it was asked. */
async function begin(look: Awaited<ReturnType<Asked<ChargeRow>["look"]>>) {
  const { merchantId } = await createTestMerchant();
  const id = await makeUpCharge(merchantId, { status: "begun", providerStatus: null, paidAt: null });
  const looks: string[] = [];
  const asked: Asked<ChargeRow> = {
    ...askedCharge,
    look: async (row) => {
      looks.push(row.status);
      return look;
    },
  };
  const [row] = await db().select().from(charges).where(eq(charges.id, id));
  if (!row) throw new Error("The payment is gone.");
  return { asked, row, looks };
}

describe("an app's no of its own", () => {
  test("is looked up at once, and where there is nothing under the key the payment has failed, for the app's reason", async () => {
    const { asked, row, looks } = await begin("nothing");
    const noted = await noteFailure(asked, row, failing("conflict"));
    expect(looks).toEqual(["unknown"]);
    expect(noted).toMatchObject({ status: "failed", failureCode: said.code, lookDueAt: null });
  });

  test("leaves a payment open that cannot be asked about now, or that an earlier request has made", async () => {
    const away = await begin("out_of_reach");
    const open = await noteFailure(away.asked, away.row, failing("conflict"));
    expect(open).toMatchObject({ status: "unknown", lookDueAt: expect.any(Date) });
    const made = await begin(async () => ({ ...away.row, status: "succeeded" as const }));
    expect(await noteFailure(made.asked, made.row, failing("conflict"))).toMatchObject({
      status: "succeeded",
    });
  });
});

test("where no answer came nothing is asked at once, and the payment stays unknown until it is looked up", async () => {
  const { asked, row, looks } = await begin("nothing");
  const noted = await noteFailure(asked, row, failing("timeout"));
  expect(looks).toEqual([]);
  expect(noted).toMatchObject({ status: "unknown", lookDueAt: expect.any(Date) });
});
