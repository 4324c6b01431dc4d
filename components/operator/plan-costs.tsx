import { Card } from "#components/ui/card.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { monthlyCost, plans } from "#lib/fees/plans.ts";
import { currencyOf, money } from "#lib/money/money.ts";
import { moneyText } from "#lib/money/money-text.ts";
import type { Locale } from "#lib/words/locale.ts";
import { planTitles } from "./plan-words.ts";

/** What a merchant sells in a month in the example, in US cents. */
const sold = money(currencyOf("USD"), 1_000_000);

/** What each plan costs a merchant a month, computed by the plans themselves. */
export function PlanCosts({ locale }: { locale: Locale }) {
  const at = new Date();
  return (
    <Card
      title="What plans cost"
      description={`A month, for a merchant who sells ${moneyText(sold, locale)} in it.`}
    >
      <KeyValueList
        items={plans.map((plan) => ({
          key: planTitles[plan.id],
          value: `${moneyText(monthlyCost(plan, sold, at), locale)} a month`,
        }))}
      />
    </Card>
  );
}
