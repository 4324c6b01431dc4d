import { Notice } from "#components/ui/notice.tsx";
import type { Environment } from "#lib/revenue/amounts-schema.ts";
import { payments as t } from "#lib/words/en/screens/payments.ts";

/** Says that the money on the page is play money. */
export function SandboxNote({ environment }: { environment: Environment }) {
  if (environment === "live") return null;
  return (
    <Notice tone="info" title={t("sandbox_note_title")}>
      {t("sandbox_note_no_real_money_moves")}
    </Notice>
  );
}
