import type { Tone } from "#components/ui/tone.ts";
import type { DeliveryDto, DeliveryStatus } from "#lib/deliveries/schema.ts";
import { deliveries as t } from "#lib/words/en/screens/deliveries.ts";

interface DeliveryState {
  tone: Tone;
  word: string;
  isMoving: boolean;
}

const ended = () =>
  ({
    delivered: { tone: "success", word: t("ended_delivered"), isMoving: false },
    failed: { tone: "danger", word: t("ended_failed"), isMoving: false },
    held: { tone: "info", word: t("ended_held"), isMoving: false },
    cancelled: { tone: "neutral", word: t("ended_cancelled"), isMoving: false },
  }) as const satisfies Record<Exclude<DeliveryStatus, "pending">, DeliveryState>;

/** How a delivery stands, in one word with its tone. Waiting after a failed attempt is a warning. */
export function deliveryState(
  delivery: Pick<DeliveryDto, "status" | "isInFlight" | "attempts"> &
    Partial<Pick<DeliveryDto, "destination">>,
): DeliveryState {
  if (delivery.status === "delivered" && delivery.destination?.kind === "automation") {
    return { ...ended().delivered, word: t("delivery_state_done") };
  }
  if (delivery.status !== "pending") return ended()[delivery.status];
  if (delivery.isInFlight) return { tone: "progress", word: t("delivery_state_under_way"), isMoving: true };
  return {
    tone: delivery.attempts === 0 ? "progress" : "warning",
    word: t("delivery_state_waiting"),
    isMoving: false,
  };
}

/** Why a held delivery waits, in a few words for a list. */
export function heldWord({ heldFor, destination }: Pick<DeliveryDto, "heldFor" | "destination">): string {
  switch (heldFor) {
    case "review":
      return t("held_word_waits_your_approval");
    case "decision":
      return t("held_word_needs_your_decision");
    case "connection":
      return t("held_word_waits_app");
    default:
      return t("held_word_stopped", { kind: destination.kind, state: destination.state });
  }
}

/** May still change without anyone's doing. */
export function isUnderWay(delivery: Pick<DeliveryDto, "status">): boolean {
  return delivery.status === "pending" || delivery.status === "held";
}

/** The choices of a status filter. */
export const statusOptions = () =>
  [
    { value: "delivered", label: t("status_options_delivered") },
    { value: "pending", label: t("status_options_waiting_sending") },
    { value: "held", label: t("status_options_held") },
    { value: "failed", label: t("status_options_failed") },
    { value: "cancelled", label: t("status_options_cancelled") },
  ] as const satisfies readonly { value: DeliveryStatus; label: string }[];
