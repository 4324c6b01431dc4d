import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import type { HeldBalance } from "../../contract/payments.ts";
import { list, text, whole } from "../../kit/lenient.ts";
import { askAsPlatform, askInAccount } from "../client.ts";

const amount = z.looseObject({ amount: whole, currency: text.pipe(z.string().length(3)) });

/** https://docs.stripe.com/api/balance/balance_object. What cannot be read of it leaves nothing to compare with. */
const balance = z.looseObject({
  available: list.pipe(z.array(amount)),
  pending: list.pipe(z.array(amount)),
});

/** What lies in the account, in the order of the currencies. */
export async function balances(call: Call): Promise<HeldBalance[]> {
  return sumHeld(
    await askInAccount(call, "read the balance", balance, ({ stripe, options }) =>
      stripe.balance.retrieve({}, options),
    ),
  );
}

/** What lies in the platform's own. */
export async function platformBalances(call: Call): Promise<HeldBalance[]> {
  return sumHeld(
    await askAsPlatform(call, "read the platform's balance", balance, ({ stripe, options }) =>
      stripe.balance.retrieve({}, options),
    ),
  );
}

function sumHeld({ available, pending }: z.output<typeof balance>): HeldBalance[] {
  const sums = new Map<string, HeldBalance>();
  const add = (part: "available" | "pending", one: z.output<typeof amount>) => {
    const currency = one.currency.toUpperCase();
    const sum = sums.get(currency) ?? { currency, pending: 0, available: 0 };
    sums.set(currency, { ...sum, [part]: sum[part] + one.amount });
  };
  for (const one of available) add("available", one);
  for (const one of pending) add("pending", one);
  return [...sums.values()].sort((one, other) => (one.currency < other.currency ? -1 : 1));
}
