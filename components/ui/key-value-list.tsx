import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export interface KeyValue {
  key: string;
  value: ReactNode;
}

interface KeyValueListProps {
  items: readonly KeyValue[];
  /** `columns` spreads pairs over the width, each under its name; `rows` sets name and value side by side. */
  layout?: "rows" | "columns";
  /** Header names and the like. */
  isMono?: boolean;
  className?: string;
}

/** Names and values, such as the facts of a delivery or the headers of a request. */
export function KeyValueList({ items, layout = "rows", isMono = false, className }: KeyValueListProps) {
  const isRows = layout === "rows";
  return (
    <dl
      className={cn(
        isRows
          ? "divide-y divide-line"
          : "grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]",
        className,
      )}
    >
      {items.map((item) => (
        <div
          key={item.key}
          className={
            isRows
              ? "grid gap-x-6 gap-y-0.5 py-2 sm:grid-cols-[minmax(8rem,13rem)_minmax(0,1fr)]"
              : "grid min-w-0 content-start gap-0.5"
          }
        >
          <dt className={cn("text-muted text-sm", isMono && "font-mono")}>{item.key}</dt>
          <dd
            className={cn(
              "min-w-0 text-ink [overflow-wrap:anywhere]",
              isMono ? "font-mono text-sm" : isRows && "text-base",
            )}
          >
            {item.value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
