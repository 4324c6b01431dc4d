import { FilterBar } from "#components/ui/filter-bar.tsx";
import { CategoryPills } from "./category-pills.tsx";

/** Search and shelf, kept in the URL; searching stays within the shelf. */
export function MarketplaceFilters(props: Parameters<typeof CategoryPills>[0]) {
  return (
    <div className="grid min-w-0 gap-3">
      <FilterBar searchLabel="Search apps, such as till or email">
        <input type="hidden" name="category" defaultValue={props.selected ?? ""} />
      </FilterBar>
      <CategoryPills {...props} />
    </div>
  );
}
