import Link from "next/link";
import { Status } from "#components/ui/status.tsx";
import { agreedText } from "./agreed-text.ts";

interface AgreedLineProps {
  agreedUntil: string | null;
  /** "Stripe", "Stripe and PayPal". */
  providers: string;
  zone: string;
  now: Date;
}

/** Up to which minute the numbers are proven, and the way to the proof. */
export function AgreedLine({ agreedUntil, providers, zone, now }: AgreedLineProps) {
  return (
    <Link href="/payments/reconciliation" className="w-fit rounded-tag hover:underline">
      {agreedUntil === null ? (
        <Status tone="progress">{`Not compared with ${providers} yet`}</Status>
      ) : (
        <Status tone="success" className="whitespace-normal">
          {`All agrees with ${providers} up to ${agreedText(agreedUntil, zone, now)}`}
        </Status>
      )}
    </Link>
  );
}
