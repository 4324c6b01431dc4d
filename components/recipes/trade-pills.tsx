import Link from "next/link";
import { hrefWith } from "#components/listing/search-params.ts";
import { cn } from "#components/ui/cn.ts";
import type { RecipeDto } from "#lib/recipes/schema.ts";

type Trade = RecipeDto["trades"][number];

interface TradePillsProps {
  trades: readonly Trade[];
  selected: Trade["id"] | undefined;
  search: string | undefined;
}

/** The trades as links that keep the search. On a phone they stand in one line that scrolls. */
export function TradePills({ trades, selected, search }: TradePillsProps) {
  const pills = [{ id: undefined, label: "All" }, ...trades];
  return (
    <nav aria-label="Trades" className="min-w-0">
      <ul className="-mx-gutter flex gap-1.5 overflow-x-auto px-gutter py-1 md:mx-0 md:flex-wrap md:px-0">
        {pills.map(({ id, label }) => (
          <li key={label}>
            <Link
              href={hrefWith("/recipes", { q: search, trade: id })}
              aria-current={id === selected ? "true" : undefined}
              scroll={false}
              className={cn(
                "flex h-8 items-center whitespace-nowrap rounded-pill border px-3 text-sm transition-colors max-md:h-10 max-md:px-4",
                id === selected
                  ? "border-accent-line bg-accent-soft font-medium text-accent-text"
                  : "border-line-strong text-muted hover:bg-hover hover:text-ink",
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
