import { Badge } from "#components/ui/badge.tsx";
import { cn } from "#components/ui/cn.ts";
import { Copyable } from "#components/ui/copyable.tsx";
import { Duration } from "#components/ui/duration.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import type { CallDto } from "#lib/integrations/schema.ts";
import { integrationsActivity as t } from "#lib/words/en/screens/integrations-activity.ts";

interface CallItemProps {
  call: CallDto;
  zone: string;
  /** Came in just now: stands out for a moment. */
  isNew: boolean;
}

/** One thing that happened between Patchbay and the app. */
export function CallItem({ call, zone, isNew }: CallItemProps) {
  const isOk = call.outcome === "ok";
  return (
    <li className={cn("grid gap-1 px-card py-3 transition-colors", isNew && "bg-accent-soft")}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
        <p className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-0.5">
          <span className="min-w-0 font-medium [overflow-wrap:anywhere]">{call.title}</span>
          <Status tone={isOk ? "success" : "danger"} className="text-sm">
            {isOk ? t("call_item_worked") : t("call_item_failed")}
          </Status>
        </p>
        <p className="text-muted text-sm tabular-nums">
          <RelativeTime at={call.startedAt} zone={zone} /> · <Duration ms={call.durationMs} />
        </p>
      </div>
      <p className={cn("max-w-prose [overflow-wrap:anywhere]", isOk && "text-muted")}>{call.message}</p>
      <details>
        <summary className="min-h-6 w-fit rounded-tag text-muted text-sm hover:text-ink">
          {t.rich("call_item_details_title", {
            title: call.title,
            span: (text) => <span className="sr-only">{text}</span>,
          })}
        </summary>
        <div className="grid gap-3 pt-2 text-sm">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Copyable text={call.id} label={t("call_item_label")} />
            <Badge isMono>{call.kind}</Badge>
            <Badge isMono>{call.name}</Badge>
            {call.failureKind && (
              <Badge isMono tone="danger">
                {call.failureKind}
              </Badge>
            )}
          </p>
          {call.detail !== null && <p className="font-mono [overflow-wrap:anywhere]">{call.detail}</p>}
          <RequestList requests={call.requests} />
        </div>
      </details>
    </li>
  );
}

/** The web requests behind one activity, in their order. */
function RequestList({ requests }: Pick<CallDto, "requests">) {
  if (requests.length === 0) return <p className="text-muted">{t("request_list_no_web_request_was")}</p>;
  return (
    <ol className="grid gap-1.5">
      {requests.map(({ method, url, status, ms }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what has happened does not move
        <li key={index} className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-0.5">
          <Badge isMono tone={chooseTone(status)}>
            {status ?? t("request_list_no_answer")}
          </Badge>
          <code className="min-w-0 font-mono [overflow-wrap:anywhere]">
            {method} {url}
          </code>
          <span className="text-muted tabular-nums">
            <Duration ms={ms} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function chooseTone(status: number | null) {
  return status !== null && status < 400 ? "success" : "danger";
}
