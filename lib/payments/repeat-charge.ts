import { begunAgain, isNotMade, settled } from "./ask-again.ts";
import { askForCharge } from "./ask-for-charge.ts";
import { askedCharge } from "./asked-charge.ts";
import type { CreateCharge } from "./schema.ts";
import type { ChargeRow } from "./states/apply-payment.ts";
import { askTill, requireTill, type Till } from "./taking-of.ts";

/**
 * What a payment's request is answered that comes again: how the payment stands. Only where the app surely has done
 * nothing it is asked once more, under the same key, by one of those who repeat.
 */
export async function repeatCharge(
  row: ChargeRow,
  input: CreateCharge,
): Promise<{ row: ChargeRow; clientSecret: string | null }> {
  const now = await settled(askedCharge, row);
  if (isNotMade(askedCharge, now)) {
    const till = await requireTill(now);
    const taken = await askedCharge.write(now, begunAgain());
    return taken ? askForCharge(till, taken, input) : repeatCharge(now, input);
  }
  if (now.mode !== "intent" || now.status !== "waiting") return { row: now, clientSecret: null };
  return { row: now, clientSecret: await readSecret(await requireTill(now), now) };
}

/** It is not kept, so it is read where it is. */
async function readSecret({ taking, integration }: Till, row: ChargeRow): Promise<string | null> {
  const state = await askTill({ integration }, "look_up_payment", (call) => taking.read(call, row)).catch(
    () => null,
  );
  return state?.clientSecret ?? null;
}
