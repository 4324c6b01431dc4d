import { plans } from "#lib/fees/plans.ts";
import { moneyText } from "#lib/money/money-text.ts";
import { operator as t } from "#lib/words/en/screens/operator.ts";

type PlanId = (typeof plans)[number]["id"];

/** "Subscription and fee: $19.00 a month and 2%", of the plans as they are. */
export const planTitles = (): Readonly<Record<PlanId, string>> => ({
  subscription_only: planTitle("subscription_only", t("plan_titles_subscription_only")),
  subscription_and_fee: planTitle("subscription_and_fee", t("plan_titles_subscription_fee")),
});

function planTitle(id: PlanId, name: string): string {
  const plan = plans.find((one) => one.id === id);
  if (!plan) return name;
  const share = plan.basisPoints === 0 ? "" : ` ${t("plan_title_value", { value: plan.basisPoints / 100 })}`;
  return t("plan_title_name_moneytext_month_share", {
    name,
    moneyText: moneyText(plan.monthly, "en"),
    share,
  });
}
