import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { type MerchantPage, type RevenueScope, standings } from "#lib/operator/revenue/revenue-schema.ts";
import { operator as t } from "#lib/words/en/screens/operator.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";
import { standingWords } from "./revenue-words.ts";

interface MerchantFiltersProps {
  scope: RevenueScope;
  counts: MerchantPage["counts"];
}

/** Name and standing of the merchants that are listed, kept in the URL. */
export function MerchantFilters({ scope, counts }: MerchantFiltersProps) {
  const options = standings.map((standing) => ({
    value: standing,
    label: `${standingWords()[standing].title} (${counts[standing].toLocaleString(readerIntlLocale())})`,
  }));
  return (
    <FilterBar searchLabel={t("merchant_filters_search_name")} kept={scope}>
      <FilterSelect
        name="standing"
        label={t("merchant_filters_label")}
        anyLabel={t("merchant_filters_any_standing")}
        options={options}
      />
    </FilterBar>
  );
}
