import type { ReactNode } from "react";
import { cn } from "./cn.ts";

interface CardProps {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** Closing line under a rule: totals, "View all". */
  footer?: ReactNode;
  /** Lets a table or list run from edge to edge. */
  isFlush?: boolean;
  className?: string;
  children?: ReactNode;
}

/** A framed group of things that belong together. */
export function Card({
  title,
  description,
  actions,
  footer,
  isFlush = false,
  className,
  children,
}: CardProps) {
  const hasHeader = Boolean(title || description || actions);
  return (
    <section className={cn("min-w-0 rounded-card border border-line bg-surface shadow-card", className)}>
      {hasHeader && (
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-card pt-4">
          <div className="grid min-w-0 gap-0.5">
            {title && <h2 className="font-semibold text-lg">{title}</h2>}
            {description && <p className="text-muted">{description}</p>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
      )}
      {children !== undefined && (
        <div
          className={cn(
            isFlush ? cn("overflow-hidden rounded-b-card", hasHeader ? "pt-3" : "rounded-t-card") : "p-card",
            !isFlush && hasHeader && "pt-3.5",
          )}
        >
          {children}
        </div>
      )}
      {footer && <div className="border-line border-t px-card py-3 text-muted">{footer}</div>}
    </section>
  );
}
