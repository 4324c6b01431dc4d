import type { ReactNode } from "react";
import { cn } from "./cn.ts";

interface SectionProps {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** `split` puts the words at the left of the content from tablet width on, as settings and editors do. */
  layout?: "stacked" | "split";
  className?: string;
  children: ReactNode;
}

/** A titled part of a page. */
export function Section({
  title,
  description,
  actions,
  layout = "stacked",
  className,
  children,
}: SectionProps) {
  const isSplit = layout === "split";
  return (
    <section
      className={cn(
        "grid min-w-0 gap-4",
        isSplit && "lg:grid-cols-[16rem_minmax(0,1fr)] lg:gap-10",
        className,
      )}
    >
      <div
        className={cn(
          "flex items-start justify-between gap-4 max-sm:flex-wrap",
          isSplit && "lg:flex-col lg:justify-start",
        )}
      >
        <div className="grid min-w-0 gap-1 max-sm:grow max-sm:basis-56">
          <h2 className="font-semibold text-lg">{title}</h2>
          {description && <p className="max-w-prose text-muted">{description}</p>}
        </div>
        {actions && <div className="flex shrink-0 flex-wrap items-center gap-2">{actions}</div>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
