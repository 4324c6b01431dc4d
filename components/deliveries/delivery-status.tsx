import { Status } from "#components/ui/status.tsx";
import { deliveryState } from "./delivery-state.ts";

interface DeliveryStatusProps {
  delivery: Parameters<typeof deliveryState>[0];
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
