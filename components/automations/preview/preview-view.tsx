import { ChevronLeft, ChevronRight } from "lucide-react";
import { AppMark } from "#components/marketplace/app-mark.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import type { StepAction } from "#lib/automations/summary/summary-schema.ts";
import type { PreviewDto, TriedStepDto } from "#lib/automations/trying/try-schema.ts";
import { titleOfPath } from "#lib/automations/words/field-words.ts";
import type { Names } from "#lib/automations/words/names.ts";
import { parsePath } from "#lib/automations/words/parse-path.ts";
import { sentFields } from "#lib/automations/words/sent-words.ts";
import { toLabel } from "#lib/to-label.ts";
import { automationsPreview as t } from "#lib/words/en/screens/automations-preview.ts";
import { SentFields } from "../sent-fields.tsx";
import { outcomeWords } from "./outcome-words.ts";

interface PreviewViewProps {
  preview: PreviewDto;
  /** The steps in words, by their keys. */
  actions: readonly StepAction[];
  names: Names;
  zone: string;
  /** The page with another event. */
  buildHref: (eventId: string) => string;
}

/** What would be sent about one event, step by step, without anything being sent. */
export function PreviewView({ preview, actions, names, zone, buildHref }: PreviewViewProps) {
  const { event, condition, steps, olderEventId, newerEventId } = preview;
  return (
    <Card
      title={event.from === "example" ? t("preview_view_title") : (event.summary ?? event.type)}
      description={
        event.from === "example"
          ? t("preview_view_description", { summary: event.summary ?? event.type })
          : t.rich("preview_view_received_relativetime", {
              relativeTime: <RelativeTime at={event.acceptedAt ?? event.occurredAt} zone={zone} />,
            })
      }
      actions={
        <>
          {newerEventId !== null && (
            <ButtonLink
              href={buildHref(newerEventId)}
              size="sm"
              scroll={false}
              icon={<ChevronLeft aria-hidden />}
            >
              {t("preview_view_newer")}
            </ButtonLink>
          )}
          {olderEventId !== null && (
            <ButtonLink href={buildHref(olderEventId)} size="sm" scroll={false}>
              {t("preview_view_older")}
              <ChevronRight aria-hidden />
            </ButtonLink>
          )}
        </>
      }
    >
      <div className="grid gap-5">
        {condition?.isMet === false && (
          <Notice tone="neutral" title={t("preview_view_nothing_would_done_this")}>
            {condition.message}
          </Notice>
        )}
        <ol className="grid gap-5">
          {steps.map((step) => (
            <StepPreview
              key={step.key}
              step={step}
              action={actions.find(({ key }) => key === step.key)}
              names={names}
            />
          ))}
        </ol>
      </div>
    </Card>
  );
}

interface StepPreviewProps {
  step: TriedStepDto;
  action: StepAction | undefined;
  names: Names;
}

function StepPreview({ step, action, names }: StepPreviewProps) {
  const { tone, word } = outcomeWords(step);
  const shape = names.steps.get(step.key)?.input ?? null;
  const fields = sentFields(step.input ?? {}, shape, names);
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3.5">
      {action?.app ? <AppMark app={action.app} size="sm" /> : <span />}
      <div className="grid min-w-0 gap-2">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <span className="font-medium">
            {step.title ?? toLabel(step.action)} <span className="font-normal text-muted">{step.app}</span>
          </span>
          <Status tone={tone} className="text-sm">
            {word}
          </Status>
        </div>
        {step.condition?.isMet === false && step.condition.message && (
          <p className="text-muted">{step.condition.message}</p>
        )}
        {step.problems.map(({ path, message }) => (
          <p key={`${path} ${message}`} className="[overflow-wrap:anywhere]">
            {path !== "" && <span className="font-medium">{titleOfPath(shape, parsePath(path))}: </span>}
            {message}
          </p>
        ))}
        {fields.length > 0 && <SentFields fields={fields} />}
      </div>
    </li>
  );
}
