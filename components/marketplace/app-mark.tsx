import { Webhook } from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import type { CatalogueEntryDto } from "#lib/marketplace/schema.ts";
import { findBrandIcon } from "./brand-icons.ts";
import { customWebhookId } from "./custom-webhook-id.ts";
import { markColour } from "./mark-colour.ts";

/** The brand's mark on a neutral tile; its initial where there is none. Decorative: put the name beside it. */
export function AppMark({
  app,
  size = "md",
}: {
  app: Pick<CatalogueEntryDto, "id" | "name" | "icon">;
  size?: "sm" | "md";
}) {
  const isSmall = size === "sm";
  const icon = findBrandIcon(app.icon);
  return (
    <span
      aria-hidden
      className={cn(
        "grid shrink-0 place-items-center border border-line-strong bg-raised",
        isSmall ? "size-6 rounded-tag" : "size-10 rounded-control",
        !icon && cn("font-semibold text-muted", isSmall ? "text-xs" : "text-lg"),
      )}
    >
      {icon ? (
        <svg
          viewBox="0 0 24 24"
          className={isSmall ? "size-3.5" : "size-6"}
          fill="currentColor"
          style={{ color: markColour(icon.hex) }}
        >
          <title>{app.name}</title>
          <path d={icon.path} />
        </svg>
      ) : app.id === customWebhookId ? (
        <Webhook className={cn("text-accent-text", isSmall ? "size-3.5" : "size-5")} />
      ) : (
        app.name.slice(0, 1)
      )}
    </span>
  );
}
