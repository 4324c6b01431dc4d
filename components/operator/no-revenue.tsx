import { ChartColumn } from "lucide-react";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** What the pages of operators say before anything was booked. */
export function NoRevenue() {
  return (
    <Card isFlush>
      <EmptyState
        icon={<ChartColumn aria-hidden />}
        title="No payments yet"
        description="Once a merchant's payment is booked, volume, fees and merchants appear here, month by month."
      />
    </Card>
  );
}
