import { Tabs } from "#components/ui/tabs.tsx";
import { TimingBar } from "#components/ui/timing-bar.tsx";
import type { AttemptDetailDto } from "#lib/deliveries/schema.ts";
import { deliveriesDetail as t } from "#lib/words/en/screens/deliveries-detail.ts";
import { AttemptRequest } from "./attempt-request.tsx";
import { AttemptResponse } from "./attempt-response.tsx";
import { timingSegments } from "./timing-segments.ts";

interface AttemptDetailProps {
  attempt: AttemptDetailDto;
  isOpenAtFirst: boolean;
  /** Of a run: what it sent and was answered stands with its steps. */
  isRun?: boolean;
}

/** One attempt: what happened in words, where the time went, and folded away what was sent and what came back. */
export function AttemptDetail({ attempt, isOpenAtFirst, isRun = false }: AttemptDetailProps) {
  if (isRun) return <p className="text-muted [overflow-wrap:anywhere]">{attempt.message}</p>;
  return (
    <div className="grid gap-3">
      <p className="text-muted">{attempt.message}</p>
      <TimingBar segments={timingSegments(attempt.timing)} totalMs={attempt.timing.totalMs} />
      <details open={isOpenAtFirst} className="min-w-0">
        <summary className="min-h-6 w-fit rounded-tag font-medium text-muted text-sm hover:text-ink max-md:min-h-10">
          {t("attempt_detail_request_response")}
        </summary>
        <div className="mt-2">
          <Tabs
            label={t("attempt_detail_attempt_number", { number: attempt.number })}
            defaultValue={attempt.outcome === "delivered" ? "request" : "response"}
            tabs={[
              {
                value: "request",
                label: t("attempt_detail_request"),
                content: <AttemptRequest request={attempt.request} />,
              },
              {
                value: "response",
                label: t("attempt_detail_response"),
                content: <AttemptResponse attempt={attempt} />,
              },
            ]}
          />
        </div>
      </details>
    </div>
  );
}
