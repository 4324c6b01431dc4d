import { ExternalLink } from "lucide-react";
import { QrCode } from "#components/qr/qr-code.tsx";
import { buttonStyles } from "#components/ui/button-styles.ts";
import { Card } from "#components/ui/card.tsx";
import { Copyable } from "#components/ui/copyable.tsx";

interface PayLinkProps {
  url: string;
  providerName: string;
  /** "€50.00", as whoever pays reads it. */
  amount: string;
}

/** The page on which a guest pays: to be scanned at the table, sent to them, or opened for them. */
export function PayLink({ url, providerName, amount }: PayLinkProps) {
  return (
    <Card
      title="Let the guest pay"
      description={`Show the code at the table, or send the link. The card is typed in at ${providerName}, and never here.`}
    >
      <div className="grid min-w-0 items-center gap-x-8 gap-y-4 md:grid-cols-[auto_minmax(0,1fr)]">
        <div className="mx-auto aspect-square w-full max-w-80 md:w-72">
          <QrCode text={url} label={`QR code of the page on which ${amount} is paid`} />
        </div>
        <div className="grid min-w-0 justify-items-start gap-4">
          <p className="text-muted">
            The guest points the camera of their phone at it, and pays {amount}. This page says so as soon as
            it is paid.
          </p>
          <Copyable text={url} label="payment link" isTruncated />
          <a href={url} target="_blank" rel="noreferrer" className={buttonStyles()}>
            <span className="inline-flex items-center gap-1.5 [&_svg]:size-4">
              Open the payment page
              <ExternalLink aria-hidden />
            </span>
          </a>
        </div>
      </div>
    </Card>
  );
}
