import { HeaderList } from "#components/deliveries/header-list.tsx";
import { shortId } from "#components/listing/short-id.ts";
import { Badge } from "#components/ui/badge.tsx";
import { cn } from "#components/ui/cn.ts";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { InboxRequestDto } from "#lib/test-inboxes/schema.ts";
import { testInboxes as t } from "#lib/words/en/screens/test-inboxes.ts";
import { readReceived } from "./received-event.ts";

interface InboxRequestItemProps {
  request: InboxRequestDto;
  zone: string;
  /** Came in just now: stands out for a moment. */
  isNew: boolean;
}

/** One request that an inbox received: what it carries, whether its signature holds, and how it was answered. */
export function InboxRequestItem({ request, zone, isNew }: InboxRequestItemProps) {
  const { type, eventId } = readReceived(request);
  const { answeredStatus } = request;
  const isAccepted = answeredStatus !== null && answeredStatus < 300;
  return (
    <li className={cn("grid gap-1.5 px-card py-4 transition-colors", isNew && "bg-accent-soft")}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-medium font-mono">{type ?? t("inbox_request_item_no_event_type")}</span>
          {request.isTest && <Badge>{t("inbox_request_item_test")}</Badge>}
          {eventId && (
            <TextLink href={`/events/${encodeURIComponent(eventId)}`} className="font-mono text-sm">
              {shortId(eventId)}
            </TextLink>
          )}
        </p>
        <RelativeTime at={request.receivedAt} zone={zone} className="text-muted text-sm" />
      </div>
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        <Status tone={request.isSignatureValid ? "success" : "danger"} className="whitespace-normal">
          {request.isSignatureValid
            ? t("inbox_request_item_signature_verifies")
            : t("inbox_request_item_signature_does_not_verify", {
                signatureProblem: request.signatureProblem ?? "",
              })}
        </Status>
        <Status tone={isAccepted ? "success" : answeredStatus === null ? "warning" : "danger"}>
          {answeredStatus === null
            ? t("inbox_request_item_left_without_answer")
            : t("inbox_request_item_answered_answeredstatus", { answeredStatus })}
        </Status>
      </div>
      <details className="min-w-0">
        <summary className="min-h-6 w-fit rounded-tag font-medium text-muted text-sm hover:text-ink max-md:min-h-10">
          {t("inbox_request_item_headers_body")}
        </summary>
        <div className="mt-2 grid gap-4">
          <HeaderList label={t("inbox_request_item_label")} headers={request.headers} />
          <CodeBlock label={t("inbox_request_item_body")} language="json" code={request.body} />
        </div>
      </details>
    </li>
  );
}
