import type { ReactNode } from "react";
import { cn } from "./cn.ts";

interface EmptyStateProps {
  icon: ReactNode;
  title: ReactNode;
  /** What will appear here, and when. */
  description: ReactNode;
  /** The one next step. */
  action?: ReactNode;
  className?: string;
}

/** What a list says before it has anything to list. */
export function EmptyState({ icon, title, description, action, className }: EmptyStateProps) {
  return (
    <div className={cn("grid justify-items-center gap-4 px-6 py-14 text-center", className)}>
      <span
        aria-hidden
        className="grid size-12 place-items-center rounded-pill border border-line-strong border-dashed bg-sunken text-muted [&_svg]:size-5"
      >
        {icon}
      </span>
      <div className="grid max-w-prose gap-1">
        <p className="font-semibold text-lg">{title}</p>
        <p className="text-muted">{description}</p>
      </div>
      {action}
    </div>
  );
}
