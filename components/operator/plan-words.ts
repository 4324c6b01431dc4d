import { plans } from "#lib/fees/plans.ts";
import { moneyText } from "#lib/money/money-text.ts";

type PlanId = (typeof plans)[number]["id"];

/** "Subscription and fee: $19.00 a month and 2%", of the plans as they are. */
export const planTitles: Readonly<Record<PlanId, string>> = {
  subscription_only: planTitle("subscription_only", "Subscription only"),
  subscription_and_fee: planTitle("subscription_and_fee", "Subscription and fee"),
};

function planTitle(id: PlanId, name: string): string {
  const plan = plans.find((one) => one.id === id);
  if (!plan) return name;
  const share = plan.basisPoints === 0 ? "" : ` and ${plan.basisPoints / 100}%`;
  return `${name}: ${moneyText(plan.monthly, "en")} a month${share}`;
}
