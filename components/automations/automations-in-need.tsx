import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import type { AutomationInNeed } from "#lib/automations/summary/overview-schema.ts";
import { automations as t } from "#lib/words/en/screens/automations.ts";
import { automationState } from "./automation-state.ts";

interface AutomationsInNeedProps {
  automations: readonly AutomationInNeed[];
  zone: string;
}

/** The automations that need someone: what fails, what an app has changed, what waits for a yes. */
export function AutomationsInNeed({ automations, zone }: AutomationsInNeedProps) {
  if (automations.length === 0) return null;
  return (
    <Card title={t("automations_in_need_title")} isFlush>
      <ul className="divide-y divide-line border-line border-t">
        {automations.map((automation) => (
          <AutomationInNeedItem key={automation.automationId} automation={automation} zone={zone} />
        ))}
      </ul>
    </Card>
  );
}

function AutomationInNeedItem({ automation, zone }: { automation: AutomationInNeed; zone: string }) {
  const { automationId, name, status, failingSince, ...activity } = automation;
  const { reviews, decisions, issues } = activity;
  const { tone, word } = automationState({ status, stoppedAt: null, failingSince, activity });
  const waits = reviews + decisions > 0;
  const isBroken = status === "disabled" || issues > 0 || failingSince !== null;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 px-card py-4">
      <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
          <h3 className="min-w-0 font-semibold [overflow-wrap:anywhere]">{name}</h3>
          <Status tone={tone}>{word}</Status>
        </div>
        <p className="max-w-prose">
          {status === "disabled" && `${t("automation_in_need_item_patchbay_switched_off_what")} `}
          {issues > 0 && `${t("automation_in_need_item_app_no_longer_has")} `}
          {failingSince !== null && (
            <>
              {t.rich("automation_in_need_item_began_fail_relativetime_no", {
                relativeTime: <RelativeTime at={failingSince} zone={zone} />,
              })}{" "}
            </>
          )}
          {decisions > 0 && `${t("automation_in_need_item_decisions_your_decision_app", { decisions })} `}
          {reviews > 0 && t("automation_in_need_item_reviews_your_approval", { reviews })}
        </p>
      </div>
      <ButtonLink
        href={
          isBroken || !waits ? `/automations/${automationId}` : `/automations/${automationId}?status=held`
        }
        variant="primary"
        className="max-sm:w-full"
        data-row-link
      >
        {t.rich("automation_in_need_item_see", {
          isBroken: isBroken ? "yes" : "no",
          name,
          hidden: (text) => <span className="sr-only">{text}</span>,
        })}
      </ButtonLink>
    </li>
  );
}
