import { ChevronLeft, ChevronRight } from "lucide-react";
import { hrefWith } from "#components/listing/search-params.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { operator as t } from "#lib/words/en/screens/operator.ts";

interface NumberedPagesProps {
  page: number;
  total: number;
  perPage: number;
  path: string;
  kept: Readonly<Record<string, string | undefined>>;
}

/** Pages of a ranking, which has a number for each place. */
export function NumberedPages({ page, total, perPage, path, kept }: NumberedPagesProps) {
  const last = Math.max(1, Math.ceil(total / perPage));
  if (last === 1 && page === 1) return null;
  const at = (wanted: number) => hrefWith(path, { ...kept, page: String(wanted) });
  return (
    <nav
      aria-label={t("numbered_pages_pages")}
      className="flex items-center justify-between gap-4 text-muted text-sm"
    >
      <span className="tabular-nums">{t("numbered_pages_page_page_last", { page, last })}</span>
      <div className="flex gap-2">
        {page > 1 && (
          <ButtonLink
            href={at(Math.min(page, last + 1) - 1)}
            rel="prev"
            size="sm"
            icon={<ChevronLeft aria-hidden />}
          >
            {t("numbered_pages_before")}
          </ButtonLink>
        )}
        {page < last && (
          <ButtonLink href={at(page + 1)} rel="next" size="sm">
            {t("numbered_pages_after")}
            <ChevronRight aria-hidden />
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
