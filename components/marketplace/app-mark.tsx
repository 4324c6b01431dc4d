import { Webhook } from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import type { CatalogueEntryDto } from "#lib/providers/schema.ts";
import { findBrandIcon } from "./brand-icons.ts";
import { customWebhookId } from "./custom-webhook-id.ts";
import { markColour } from "./mark-colour.ts";

/** The brand's mark on a neutral tile; its initial where there is none. Decorative: put the name beside it. */
export function AppMark({ app }: { app: Pick<CatalogueEntryDto, "id" | "name" | "icon"> }) {
  const icon = findBrandIcon(app.icon);
  return (
    <span
      aria-hidden
      className={cn(
        "grid size-10 shrink-0 place-items-center rounded-control border border-line-strong bg-raised",
        !icon && "font-semibold text-lg text-muted",
      )}
    >
      {icon ? (
        <svg
          viewBox="0 0 24 24"
          className="size-6"
          fill="currentColor"
          style={{ color: markColour(icon.hex) }}
        >
          <title>{app.name}</title>
          <path d={icon.path} />
        </svg>
      ) : app.id === customWebhookId ? (
        <Webhook className="size-5 text-accent-text" />
      ) : (
        app.name.slice(0, 1)
      )}
    </span>
  );
}
