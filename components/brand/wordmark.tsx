import { cn } from "#components/ui/cn.ts";
import { brand as t } from "#lib/words/en/screens/brand.ts";
import { Mark } from "./mark.tsx";

/** The mark and the name. */
export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2 text-ink", className)}>
      <Mark />
      <span className="font-semibold text-lg tracking-tight">{t("wordmark_patchbay")}</span>
    </span>
  );
}
