import { Card } from "#components/ui/card.tsx";
import type { UnwellDestination } from "#lib/deliveries/overview-schema.ts";
import { UnwellDestinationItem } from "./unwell-destination-item.tsx";

interface UnwellDestinationsProps {
  destinations: readonly UnwellDestination[];
  zone: string;
}

/** The destinations that need someone, each with its cause and what to press. */
export function UnwellDestinations({ destinations, zone }: UnwellDestinationsProps) {
  if (destinations.length === 0) return null;
  return (
    <Card title="What needs you" isFlush>
      <ul className="divide-y divide-line border-line border-t">
        {destinations.map((destination) => (
          <UnwellDestinationItem key={destination.webhookId} destination={destination} zone={zone} />
        ))}
      </ul>
    </Card>
  );
}
