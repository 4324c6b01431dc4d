import { ChartColumn } from "lucide-react";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { operator as t } from "#lib/words/en/screens/operator.ts";

/** What the pages of operators say before anything was booked. */
export function NoRevenue() {
  return (
    <Card isFlush>
      <EmptyState
        icon={<ChartColumn aria-hidden />}
        title={t("no_revenue_title")}
        description={t("no_revenue_description")}
      />
    </Card>
  );
}
