import { Notice } from "#components/ui/notice.tsx";
import type { ChargeDetailDto } from "#lib/payments/schema.ts";

/** What somebody has to know of a payment before its numbers. */
export function ChargeNotice({ charge, providerName }: { charge: ChargeDetailDto; providerName: string }) {
  const { status, failure } = charge;
  switch (status) {
    case "unknown":
      return (
        <Notice tone="warning" title="We do not know yet whether this was paid">
          {`The answer of ${providerName} was lost on the way. It is being looked up, and the guest is not charged again. Do not take the payment a second time before this page says how it stands.`}
        </Notice>
      );
    case "begun":
      return (
        <Notice tone="progress" title="Being asked for">
          {`${providerName} is being asked for this payment. If its answer does not come, it is looked up.`}
        </Notice>
      );
    case "failed":
      return (
        <Notice tone="danger" title="The guest did not pay">
          {failure?.message ?? `${providerName} did not say why.`}
        </Notice>
      );
    case "processing":
      return (
        <Notice tone="progress" title="The guest’s bank is at work">
          This can take some days. Until then the money is not yours yet.
        </Notice>
      );
    case "ended":
      return (
        <Notice tone="neutral" title="Nobody can pay this any more">
          It was ended before a guest paid.
        </Notice>
      );
    case "waiting":
    case "succeeded":
      return null;
  }
}
