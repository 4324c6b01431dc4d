import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { ui as t } from "#lib/words/en/screens/ui.ts";
import { ButtonLink } from "./button-link.tsx";

interface PaginationProps {
  /** Link to the page before this one in reading order; null where there is none. */
  newerHref: string | null;
  olderHref: string | null;
  /** Such as "50 deliveries on this page". */
  summary?: ReactNode;
}

/** Cursor paging: older and newer, no page numbers that shift while new rows arrive. */
export function Pagination({ newerHref, olderHref, summary }: PaginationProps) {
  if (newerHref === null && olderHref === null && !summary) return null;
  return (
    <nav
      aria-label={t("pagination_pages")}
      className="flex items-center justify-between gap-4 text-muted text-sm"
    >
      <div className="tabular-nums">{summary}</div>
      <div className="flex gap-2">
        {newerHref !== null && (
          <ButtonLink href={newerHref} rel="prev" size="sm" icon={<ChevronLeft aria-hidden />}>
            {t("pagination_newer")}
          </ButtonLink>
        )}
        {olderHref !== null && (
          <ButtonLink href={olderHref} rel="next" size="sm">
            {t("pagination_older")}
            <ChevronRight aria-hidden />
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
