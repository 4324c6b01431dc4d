import { PillLinks } from "#components/listing/pill-links.tsx";
import { hrefWith } from "#components/listing/search-params.ts";
import type { DeliveryStatus } from "#lib/deliveries/schema.ts";
import { automations as t } from "#lib/words/en/screens/automations.ts";

export const runStatusOptions = () =>
  [
    { value: "delivered", label: t("run_status_options_done") },
    { value: "failed", label: t("run_status_options_failed") },
    { value: "pending", label: t("run_status_options_running") },
    { value: "held", label: t("run_status_options_waiting") },
  ] as const satisfies readonly { value: DeliveryStatus; label: string }[];

/** The states that runs can be narrowed to, as links. */
export function RunFilters({ path, selected }: { path: string; selected: DeliveryStatus | undefined }) {
  const all = [{ value: undefined, label: t("run_filters_all") }, ...runStatusOptions()];
  return (
    <PillLinks
      label={t("run_filters_label")}
      pills={all.map(({ value, label }) => ({ id: value, label, href: hrefWith(path, { status: value }) }))}
      selected={selected}
    />
  );
}
