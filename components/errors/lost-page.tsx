import type { ReactNode } from "react";
import { Wordmark } from "#components/brand/wordmark.tsx";
import { Link } from "#components/ui/link.tsx";
import { errors as t } from "#lib/words/en/screens/errors.ts";

/** The frame of a page that could not be shown, outside the signed-in frame. */
export function LostPage({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col px-gutter py-6">
      <header>
        <Link
          href="/"
          aria-label={t("lost_page_patchbay_home")}
          className="inline-flex min-h-8 w-fit rounded-control"
        >
          <Wordmark />
        </Link>
      </header>
      <main id="content" className="mx-auto grid w-full max-w-form flex-1 content-center py-10">
        {children}
      </main>
    </div>
  );
}
