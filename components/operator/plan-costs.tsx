import { Card } from "#components/ui/card.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { monthlyCost, plans } from "#lib/fees/plans.ts";
import { money, toCurrency } from "#lib/money/money.ts";
import { moneyText } from "#lib/money/money-text.ts";
import { operator as t } from "#lib/words/en/screens/operator.ts";
import type { Locale } from "#lib/words/locale.ts";
import { planTitle } from "./plan-words.ts";

/** What a merchant sells in a month in the example, in US cents. */
const sold = money(toCurrency("USD"), 1_000_000);

/** What each plan costs a merchant a month, computed by the plans themselves. */
export function PlanCosts({ locale }: { locale: Locale }) {
  const at = new Date();
  return (
    <Card
      title={t("plan_costs_title")}
      description={t("plan_costs_description", { moneyText: moneyText(sold, locale) })}
    >
      <KeyValueList
        items={plans.map((plan) => ({
          key: planTitle(plan),
          value: t("plan_costs_moneytext_month", {
            moneyText: moneyText(monthlyCost(plan, sold, at), locale),
          }),
        }))}
      />
    </Card>
  );
}
