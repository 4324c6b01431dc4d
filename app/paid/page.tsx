import { Receipt } from "lucide-react";
import { titled } from "#lib/auth/titled.ts";
import { paidPages as t } from "#lib/words/en/screens/paid-pages.ts";

export const generateMetadata = titled(() => ({ title: t("paid_title") }));

/**
 * Where a guest comes to from the provider's page, paid or not: the provider leads to it from its way back too. It says
 * nothing that nobody may know, so it needs no session.
 */
export default function PaidPage() {
  return (
    <main
      id="content"
      className="grid min-h-dvh content-center justify-items-center gap-4 px-gutter text-center"
    >
      <Receipt aria-hidden className="size-10 text-muted" />
      <div className="grid gap-1">
        <h1 className="font-semibold text-2xl">{t("paid_page_thank_you")}</h1>
        <p className="max-w-prose text-muted">{t("paid_page_if_you_have_paid")}</p>
      </div>
    </main>
  );
}
