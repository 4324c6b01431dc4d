import { cn } from "#components/ui/cn.ts";

/** Patchbay's mark: a column of three jacks, and a cable that patches two of them into a P. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden className={cn("size-6 shrink-0", className)}>
      <path
        d="M7 3.5h7a4.25 4.25 0 0 1 0 8.5H7"
        className="stroke-accent"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <g fill="currentColor">
        <circle cx="7" cy="3.5" r="3" />
        <circle cx="7" cy="12" r="3" />
      </g>
      <circle cx="7" cy="20.5" r="2.125" stroke="currentColor" strokeWidth="1.75" />
    </svg>
  );
}
