import type { Tone } from "#components/ui/tone.ts";
import type { DeliveryDto, DeliveryStatus } from "#lib/deliveries/schema.ts";

interface DeliveryState {
  tone: Tone;
  word: string;
  isMoving: boolean;
}

const ended = {
  delivered: { tone: "success", word: "Delivered", isMoving: false },
  failed: { tone: "danger", word: "Failed", isMoving: false },
  held: { tone: "info", word: "Held", isMoving: false },
  cancelled: { tone: "neutral", word: "Cancelled", isMoving: false },
} as const satisfies Record<Exclude<DeliveryStatus, "pending">, DeliveryState>;

/** How a delivery stands, in one word with its tone. Waiting after a failed attempt is a warning. */
export function deliveryState(
  delivery: Pick<DeliveryDto, "status" | "isInFlight" | "attempts"> &
    Partial<Pick<DeliveryDto, "destination">>,
): DeliveryState {
  if (delivery.status === "delivered" && delivery.destination?.kind === "automation") {
    return { ...ended.delivered, word: "Done" };
  }
  if (delivery.status !== "pending") return ended[delivery.status];
  if (delivery.isInFlight) return { tone: "progress", word: "Under way", isMoving: true };
  return { tone: delivery.attempts === 0 ? "progress" : "warning", word: "Waiting", isMoving: false };
}

/** Why nothing is sent to a destination: someone paused it, or Patchbay switched it off. */
export function stopWord({ state }: Pick<DeliveryDto["destination"], "state">): "switched off" | "paused" {
  return state === "disabled" ? "switched off" : "paused";
}

/** Why a held delivery waits, in a few words for a list. */
export function heldWord({ heldFor, destination }: Pick<DeliveryDto, "heldFor" | "destination">): string {
  switch (heldFor) {
    case "review":
      return "waits for your approval";
    case "decision":
      return "needs your decision";
    case "connection":
      return "waits for an app";
    default:
      return `${destination.kind} ${stopWord(destination)}`;
  }
}

/** May still change without anyone's doing. */
export function isUnderWay(delivery: Pick<DeliveryDto, "status">): boolean {
  return delivery.status === "pending" || delivery.status === "held";
}

/** The choices of a status filter. */
export const statusOptions = [
  { value: "delivered", label: "Delivered" },
  { value: "pending", label: "Waiting or sending" },
  { value: "held", label: "Held" },
  { value: "failed", label: "Failed" },
  { value: "cancelled", label: "Cancelled" },
] as const satisfies readonly { value: DeliveryStatus; label: string }[];
