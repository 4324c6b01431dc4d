import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { apiVersion } from "./api.ts";
import { askHubSpot } from "./client.ts";
import { failure } from "./failures.ts";
import { toDecimal } from "./money.ts";
import { tell } from "./words.ts";

const account = z.looseObject({ companyCurrency: z.string(), additionalCurrencies: z.array(z.string()) });

/**
 * The properties that hold an amount. A deal is in the account's own currency unless it names another one that the
 * account knows; without looking, € 300 would become $ 300.
 * https://developers.hubspot.com/docs/api-reference/account-account-info-v3/guide
 * @param minor in the smallest unit of the currency
 */
export async function amountProperties(
  call: Call,
  { minor, currency }: { minor: number; currency: string },
): Promise<Record<string, string>> {
  const path = `/account-info/${apiVersion}/details`;
  const { companyCurrency, additionalCurrencies } = await askHubSpot(
    call,
    { method: "GET", path, what: "account" },
    account,
  );
  const amount = toDecimal(minor, currency);
  if (currency === companyCurrency) return { amount };
  if (additionalCurrencies.includes(currency)) return { amount, deal_currency_code: currency };
  const known = [companyCurrency, ...additionalCurrencies].join(", ");
  const message = tell("account_keeps_amounts_in_one", { known, currency });
  throw failure("invalid_input", message, `companyCurrency ${companyCurrency}`);
}
