import { ArrowRight } from "lucide-react";
import { AppMark } from "#components/marketplace/app-mark.tsx";
import { cn } from "#components/ui/cn.ts";
import type { StepAction } from "#lib/automations/summary/summary-schema.ts";
import { automations as t } from "#lib/words/en/screens/automations.ts";
import { whenText } from "./when-text.ts";

interface WhenThenProps {
  eventType: string;
  steps: readonly Pick<StepAction, "key" | "app" | "title" | "mode">[];
  className?: string;
}

/** What an automation does in a line: "When an order is paid → Slack Send a message → Google Sheets Append a row". */
export function WhenThen({ eventType, steps, className }: WhenThenProps) {
  return (
    <span className={cn("flex flex-wrap items-center gap-x-1.5 gap-y-1 text-muted text-sm", className)}>
      <span>{t("when_then_when_whentext", { whenText: whenText(eventType) })}</span>
      {steps.map(({ key, app, title, mode }) => (
        <span key={key} className="inline-flex min-w-0 items-center gap-1.5">
          <ArrowRight aria-hidden className="size-3.5 shrink-0 text-subtle" />
          {app && <AppMark app={app} size="sm" />}
          <span className="[overflow-wrap:anywhere]">
            <span className="sr-only">
              {t("when_then_then_name", { name: app?.name ?? t("when_then_connection_that_gone") })}{" "}
            </span>
            {title}
            {mode === "off" && ` ${t("when_then_off")}`}
          </span>
        </span>
      ))}
      {steps.length === 0 && <span>{t("when_then_no_steps_yet")}</span>}
    </span>
  );
}
