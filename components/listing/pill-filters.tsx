import { FilterBar } from "#components/ui/filter-bar.tsx";
import { listing as t } from "#lib/words/en/screens/listing.ts";
import { PillLinks } from "./pill-links.tsx";
import { hrefWith } from "./search-params.ts";

interface PillFiltersProps {
  path: string;
  searchLabel: string;
  search: string | undefined;
  /** What the list is divided into: "Categories". */
  label: string;
  /** Where the URL keeps the chosen part. */
  param: string;
  parts: readonly { id: string; label: string }[];
  selected: string | undefined;
}

/** Search, and the parts of a list as links, kept in the URL: each keeps the other. */
export function PillFilters({ path, searchLabel, search, label, param, parts, selected }: PillFiltersProps) {
  const pills = [{ id: undefined, label: t("pill_filters_all") }, ...parts];
  return (
    <div className="grid min-w-0 gap-3">
      <FilterBar searchLabel={searchLabel}>
        <input type="hidden" name={param} defaultValue={selected ?? ""} />
      </FilterBar>
      <PillLinks
        label={label}
        pills={pills.map((pill) => ({ ...pill, href: hrefWith(path, { q: search, [param]: pill.id }) }))}
        selected={selected}
      />
    </div>
  );
}
