import { Deadline } from "#components/ui/deadline.tsx";
import { counted } from "./figures.ts";

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
      {held === 1 ? "It fails" : `The first of the ${counted(held, "delivery", "deliveries")} fails`} on{" "}
      <Deadline at={heldUntil} zone={zone} className="font-medium" /> and is not sent, unless you resume the
      webhook before.
    </>
  );
}
