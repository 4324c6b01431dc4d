import Link from "next/link";
import { cn } from "#components/ui/cn.ts";
import type { DeliveryStatus } from "#lib/deliveries/schema.ts";

export const runStatusOptions = [
  { value: "delivered", label: "Done" },
  { value: "failed", label: "Failed" },
  { value: "pending", label: "Running" },
  { value: "held", label: "Waiting" },
] as const satisfies readonly { value: DeliveryStatus; label: string }[];

/** The states that runs can be narrowed to, as links. */
export function RunFilters({ path, selected }: { path: string; selected: DeliveryStatus | undefined }) {
  const all = [{ value: undefined, label: "All" }, ...runStatusOptions];
  return (
    <nav aria-label="State of the runs" className="flex flex-wrap gap-1">
      {all.map(({ value, label }) => (
        <Link
          key={label}
          href={value === undefined ? path : `${path}?status=${value}`}
          scroll={false}
          aria-current={value === selected ? "true" : undefined}
          className={cn(
            "inline-flex h-7 items-center rounded-pill border px-3 text-sm max-md:h-9",
            value === selected
              ? "border-accent-line bg-accent-soft font-medium text-accent-text"
              : "border-line-strong text-muted hover:bg-hover hover:text-ink",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
