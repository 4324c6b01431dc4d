import { ArrowRight, Check } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { overview as t } from "#lib/words/en/screens/overview.ts";

interface FirstStepsProps {
  /** An automation or a webhook is there. */
  hasReceiver: boolean;
  /** The reader may set them up. */
  canCreate: boolean;
}

/** From an empty account to the first thing that happens on its own. */
export function FirstSteps({ hasReceiver, canCreate }: FirstStepsProps) {
  return (
    <Card title={t("first_steps_title")} description={t("first_steps_description")}>
      <ol className="grid gap-5">
        <Step number={1} title={t("first_steps_choose_recipe")} isDone={hasReceiver}>
          <p>{t("first_steps_recipe_connects_your_apps")}</p>
          {!hasReceiver && canCreate && (
            <div className="my-1.5 flex flex-wrap gap-2">
              <ButtonLink href="/recipes" variant="primary" icon={<ArrowRight aria-hidden />}>
                {t("first_steps_see_recipes")}
              </ButtonLink>
              <ButtonLink href="/marketplace">{t("first_steps_connect_app")}</ButtonLink>
            </div>
          )}
          {!hasReceiver && canCreate && (
            <p className="text-sm">
              {t.rich("first_steps_your_engineer_webhook_sends", {
                link: (text) => <TextLink href="/webhooks/new">{text}</TextLink>,
              })}
            </p>
          )}
          {!hasReceiver && !canCreate && <p>{t("first_steps_ask_owner_admin_this")}</p>}
        </Step>
        <Step number={2} title={t("first_steps_place_order")}>
          <p>
            {t.rich("first_steps_scan_one_your_codes", {
              link: (text) => <TextLink href="/api-keys">{text}</TextLink>,
              link2: (text) => <TextLink href="/event-types">{text}</TextLink>,
            })}
          </p>
        </Step>
        <Step number={3} title={t("first_steps_watch_arrive")}>
          <p>{t("first_steps_shows_up_this_page")}</p>
          {hasReceiver && <p>{t("first_steps_this_page_watching_nothing")}</p>}
        </Step>
      </ol>
    </Card>
  );
}

interface StepProps {
  number: number;
  title: string;
  isDone?: boolean;
  children: ReactNode;
}

function Step({ number, title, isDone = false, children }: StepProps) {
  return (
    <li className="flex gap-3.5">
      <span
        aria-hidden
        className={cn(
          "grid size-7 shrink-0 place-items-center rounded-pill border font-semibold text-sm",
          isDone ? "border-success-line bg-success-soft text-success" : "border-line-strong text-muted",
        )}
      >
        {isDone ? <Check className="size-4" /> : number}
      </span>
      <div className="grid min-w-0 max-w-prose justify-items-start gap-1 pt-0.5 text-muted">
        <h3 className="font-medium text-ink">
          {title}
          {isDone && <span className="font-normal text-success"> {t("step_done")}</span>}
        </h3>
        {children}
      </div>
    </li>
  );
}
