import { destinationText } from "#components/deliveries/destination-text.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { HeldLimit } from "#components/webhooks/held-limit.tsx";
import type { HeldSoonOver } from "#lib/overview/overview-schema.ts";
import { overview as t } from "#lib/words/en/screens/overview.ts";

interface HeldSoonOverProps {
  destinations: readonly HeldSoonOver[];
  zone: string;
}

/** Paused webhooks and automations whose held deliveries fail soon: how many, when, and where to resume them. */
export function HeldSoonOverCard({ destinations, zone }: HeldSoonOverProps) {
  if (destinations.length === 0) return null;
  return (
    <Card title={t("held_soon_over_card_title")} isFlush>
      <ul className="divide-y divide-line border-line border-t">
        {destinations.map(({ webhookId, kind, description, url, held, heldUntil }) => (
          <li key={webhookId} className="flex flex-wrap items-center gap-x-6 gap-y-3 px-card py-4">
            <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
              <h3 className="min-w-0 font-semibold [overflow-wrap:anywhere]">
                {description || destinationText(url).host}
              </h3>
              <p className="max-w-prose">
                {held === 1 && `${t("held_soon_over_card_one")} `}
                <HeldLimit held={held} heldUntil={heldUntil} zone={zone} />
              </p>
            </div>
            <ButtonLink href={`/${kind}s/${webhookId}`} className="max-sm:w-full">
              {t("held_soon_over_card_open", { kind })}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
