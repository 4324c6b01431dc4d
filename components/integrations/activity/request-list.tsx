import { Badge } from "#components/ui/badge.tsx";
import { Duration } from "#components/ui/duration.tsx";
import type { CallDto } from "#lib/integrations/schema.ts";
import { integrationsActivity as t } from "#lib/words/en/screens/integrations-activity.ts";

/** The web requests behind one activity, in their order. */
export function RequestList({ requests }: Pick<CallDto, "requests">) {
  if (requests.length === 0) return <p className="text-muted">{t("request_list_no_web_request_was")}</p>;
  return (
    <ol className="grid gap-1.5">
      {requests.map(({ method, url, status, ms }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what has happened does not move
        <li key={index} className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-0.5">
          <Badge isMono tone={toneOf(status)}>
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

function toneOf(status: number | null) {
  return status !== null && status < 400 ? "success" : "danger";
}
