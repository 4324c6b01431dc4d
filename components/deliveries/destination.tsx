import { cn } from "#components/ui/cn.ts";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";
import { deliveries as t } from "#lib/words/en/screens/deliveries.ts";
import { destinationText } from "./destination-text.ts";

/** Where a delivery goes: what the merchant calls it, and its address, which a phone leaves out beside a name. */
export function Destination({ destination }: { destination: DeliveryDto["destination"] }) {
  const { host, path } = destinationText(destination.label);
  if (destination.kind === "automation") {
    return (
      <span className="grid min-w-0" title={destination.label}>
        <span className="truncate">{destination.label}</span>
        {destination.state === "deleted" && (
          <span className="text-subtle text-sm">{t("destination_automation_deleted")}</span>
        )}
      </span>
    );
  }
  return (
    <span className="grid min-w-0" title={destination.label}>
      {destination.description && <span className="truncate">{destination.description}</span>}
      <span
        className={cn("truncate font-mono text-muted text-sm", destination.description && "max-md:hidden")}
      >
        <span className={destination.description ? undefined : "text-ink"}>{host}</span>
        {path}
      </span>
      {destination.state === "deleted" && (
        <span className="text-subtle text-sm">
          {t("destination_kind_deleted", { kind: destination.kind })}
        </span>
      )}
    </span>
  );
}
