import { ExternalLink } from "lucide-react";
import { QrCode } from "#components/qr/qr-code.tsx";
import { buttonStyles } from "#components/ui/button-styles.ts";
import { Card } from "#components/ui/card.tsx";
import { Copyable } from "#components/ui/copyable.tsx";
import { paymentsCharges as t } from "#lib/words/en/screens/payments-charges.ts";

interface PayLinkProps {
  url: string;
  providerName: string;
  /** "€50.00", as whoever pays reads it. */
  amount: string;
}

/** The page on which a guest pays: to be scanned at the table, sent to them, or opened for them. */
export function PayLink({ url, providerName, amount }: PayLinkProps) {
  return (
    <Card title={t("pay_link_title")} description={t("pay_link_description", { providerName })}>
      <div className="grid min-w-0 items-center gap-x-8 gap-y-4 md:grid-cols-[auto_minmax(0,1fr)]">
        <div className="mx-auto aspect-square w-full max-w-80 md:w-72">
          <QrCode text={url} label={t("pay_link_qr_code_page_which", { amount })} />
        </div>
        <div className="grid min-w-0 justify-items-start gap-4">
          <p className="text-muted">{t("pay_link_guest_points_camera_their", { amount })}</p>
          <Copyable text={url} label={t("pay_link_label")} isTruncated />
          <a href={url} target="_blank" rel="noreferrer" className={buttonStyles()}>
            <span className="inline-flex items-center gap-1.5 [&_svg]:size-4">
              {t("pay_link_open_payment_page")}
              <ExternalLink aria-hidden />
            </span>
          </a>
        </div>
      </div>
    </Card>
  );
}
