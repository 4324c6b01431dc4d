import { cn } from "#components/ui/cn.ts";
import { CurrentInView } from "#components/ui/current-in-view.tsx";
import { Link } from "#components/ui/link.tsx";

interface PillLinksProps {
  /** What the list is divided into: "Categories". */
  label: string;
  /** The whole list, under `undefined`, and its parts. */
  pills: readonly { id: string | undefined; label: string; href: string }[];
  selected: string | undefined;
}

/** Parts of a list as links. On a phone they stand in one line that scrolls. */
export function PillLinks({ label, pills, selected }: PillLinksProps) {
  return (
    <nav aria-label={label} className="min-w-0">
      <ul className="-mx-gutter flex gap-1.5 overflow-x-auto px-gutter py-1 md:mx-0 md:flex-wrap md:px-0">
        {pills.map((pill) => (
          <li key={pill.label}>
            <Link
              href={pill.href}
              aria-current={pill.id === selected ? "true" : undefined}
              scroll={false}
              className={cn(
                "flex h-8 items-center whitespace-nowrap rounded-pill border px-3 text-sm transition-colors max-md:h-10 max-md:px-4",
                pill.id === selected
                  ? "border-accent-line bg-accent-soft font-medium text-accent-text"
                  : "border-line-strong text-muted hover:bg-hover hover:text-ink",
              )}
            >
              {pill.label}
            </Link>
          </li>
        ))}
      </ul>
      <CurrentInView />
    </nav>
  );
}
