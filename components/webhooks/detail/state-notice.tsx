import type { ReactNode } from "react";
import { failureCause } from "#components/deliveries/failure-cause.ts";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { WebhookSummaryDto } from "#lib/webhooks/schema.ts";
import { counted } from "../figures.ts";
import { whatWaits } from "../webhook-state.ts";

interface StateNoticeProps {
  webhook: WebhookSummaryDto;
  zone: string;
  /** Whether this person may mend it here. */
  canWrite: boolean;
  /** Switches it on. */
  switchOn: ReactNode;
}

/** Why a webhook is not well, what that means, and what to do. Nothing while it is well. */
export function StateNotice(props: StateNoticeProps) {
  const { webhook, zone, canWrite } = props;
  if (webhook.status === "disabled") return <SwitchedOff {...props} />;
  if (webhook.failingSince === null) return null;
  const { failureCode = null, statusCode = null } = webhook.lastFailure ?? {};
  const cause = failureCode && failureCause(failureCode, statusCode);
  return (
    <Notice
      tone="warning"
      title={
        <>
          Every attempt has failed since <RelativeTime at={webhook.failingSince} zone={zone} />
        </>
      }
    >
      {cause && (
        <p>
          {`It ${cause.what}. ${cause.meaning} `}
          <span className="font-medium">{cause.advice}</span>
        </p>
      )}
      <p>
        {whatWaits(webhook.last24h.pending)} After five days without a success it is switched off.{" "}
        {canWrite && cause?.remedy === "settings" && (
          <TextLink href={`/webhooks/${webhook.id}/edit`}>Edit the webhook</TextLink>
        )}
      </p>
    </Notice>
  );
}

const titles = {
  gone: "Switched off: the endpoint said it is gone for good (410)",
  failing: "Switched off: no attempt succeeded for five days",
  manual: "Switched off manually",
} as const;

const remedies = {
  gone: "If the app has moved, change the address first. Then send a test, and switch it on when it arrives.",
  failing:
    "See in the log what the endpoint answered, and have it fixed. Then send a test, and switch it on.",
  manual: "Switch it on to send events there again.",
} as const;

function SwitchedOff({ webhook, zone, canWrite, switchOn }: StateNoticeProps) {
  const reason = webhook.disabledReason ?? "manual";
  return (
    <Notice tone={reason === "manual" ? "neutral" : "danger"} title={titles[reason]} action={switchOn}>
      <p>
        {webhook.disabledAt && (
          <>
            It happened <RelativeTime at={webhook.disabledAt} zone={zone} />.{" "}
          </>
        )}
        What happens while it is off is not sent to it, not even later.
        {webhook.last24h.held > 0 &&
          ` Only ${counted(webhook.last24h.held, "delivery that already waited is", "deliveries that already waited are")} kept, and sent when it is switched on.`}
      </p>
      <p>{canWrite ? remedies[reason] : "An owner or admin of the shop can switch it on."}</p>
    </Notice>
  );
}
