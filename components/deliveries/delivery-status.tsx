import { Status } from "#components/ui/status.tsx";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";
import { deliveryState } from "./delivery-state.ts";

interface DeliveryStatusProps {
  delivery: Pick<DeliveryDto, "status" | "isInFlight" | "attempts">;
  look?: "pill" | "plain";
}

/** How a delivery stands: word, shape and colour. */
export function DeliveryStatus({ delivery, look = "plain" }: DeliveryStatusProps) {
  const { tone, word, isMoving } = deliveryState(delivery);
  return (
    <Status tone={tone} look={look} isMoving={isMoving}>
      {word}
    </Status>
  );
}
