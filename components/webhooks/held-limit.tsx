import { Deadline } from "#components/ui/deadline.tsx";
import { webhooks as t } from "#lib/words/en/screens/webhooks.ts";

interface HeldLimitProps {
  /** Deliveries that are held for a webhook, at least one. */
  held: number;
  /** When the first of them fails, ISO 8601. */
  heldUntil: string;
  zone: string;
}

/** When held deliveries begin to fail, and how to be earlier. */
export function HeldLimit({ held, heldUntil, zone }: HeldLimitProps) {
  return (
    <>
      {t.rich("held_limit", {
        held,
        deadline: <Deadline at={heldUntil} zone={zone} className="font-medium" />,
      })}
    </>
  );
}
