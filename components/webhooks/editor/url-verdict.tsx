import { Spinner } from "#components/ui/spinner.tsx";
import { Status } from "#components/ui/status.tsx";
import { webhooksEditor as t } from "#lib/words/en/screens/webhooks-editor.ts";
import type { UrlCheck } from "./use-url-check.ts";

interface UrlVerdictProps {
  check: UrlCheck;
  /** The field itself says already that the address is refused. */
  isRefusalShown: boolean;
}

/** What the live check says of the address: calmly while it is still being typed. */
export function UrlVerdict(props: UrlVerdictProps) {
  return (
    <div role="status" className="-mt-3.5 min-h-5 text-sm">
      <Words {...props} />
    </div>
  );
}

function Words({ check, isRefusalShown }: UrlVerdictProps) {
  switch (check.state) {
    case "idle":
      return (
        <span className="text-muted">
          {check.isSaved ? t("words_address_use") : t("words_public_address_that_starts")}
        </span>
      );
    case "checking":
      return (
        <span className="inline-flex items-center gap-1.5 text-muted">
          <Spinner />
          {t("words_checking_address")}
        </span>
      );
    case "unknown":
      return (
        <Status tone="neutral" className="whitespace-normal">
          {check.message}
        </Status>
      );
    case "known":
      if (check.verdict.verdict === "refused" && isRefusalShown) return null;
      return <KnownVerdict {...check.verdict} />;
  }
}

function KnownVerdict({ verdict, message }: Extract<UrlCheck, { state: "known" }>["verdict"]) {
  switch (verdict) {
    case "ok":
      return (
        <Status tone="success" className="whitespace-normal">
          {message}
        </Status>
      );
    case "unresolved":
      return (
        <Status tone="warning" className="whitespace-normal">
          {t("known_verdict_message_you_can_save", { message })}
        </Status>
      );
    case "refused":
      return (
        <Status tone="neutral" className="whitespace-normal">
          {message}
        </Status>
      );
  }
}
