import { ExternalLink } from "lucide-react";
import { buttonStyles } from "#components/ui/button-styles.ts";
import { Card } from "#components/ui/card.tsx";
import { Copyable } from "#components/ui/copyable.tsx";

/** The page on which a guest pays: to be sent to them, or opened for them. */
export function PayLink({ url, providerName }: { url: string; providerName: string }) {
  return (
    <Card
      title="Let the guest pay"
      description={`Send this link to the guest, or open it on their phone. The card is typed in at ${providerName}, and never here.`}
      actions={
        <a href={url} target="_blank" rel="noreferrer" className={buttonStyles()}>
          <span className="inline-flex items-center gap-1.5 [&_svg]:size-4">
            Open the payment page
            <ExternalLink aria-hidden />
          </span>
        </a>
      }
    >
      <Copyable text={url} label="payment link" isTruncated />
    </Card>
  );
}
