import { cn } from "#components/ui/cn.ts";
import { brand as t } from "#lib/words/en/screens/brand.ts";

/** The mark and the name. */
export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2 text-ink", className)}>
      <Mark />
      <span className="font-semibold text-lg tracking-tight">{t("wordmark_patchbay")}</span>
    </span>
  );
}

/** Patchbay's mark: a column of three jacks, and a cable that patches two of them into a P. */
function Mark({ className }: { className?: string }) {
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
