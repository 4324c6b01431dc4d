import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { deliveriesPages as t } from "#lib/words/en/screens/deliveries-pages.ts";

export default function DeliveryNotFound() {
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={t("delivery_not_found_title")}
      description={t("delivery_not_found_description")}
      action={<ButtonLink href="/deliveries">{t("delivery_not_found_all_deliveries")}</ButtonLink>}
    />
  );
}
