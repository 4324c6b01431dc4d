import { Zap } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { events as t } from "#lib/words/en/screens/events.ts";

/** What the list says before the first event, and how to send one. `command` is a curl command. */
export function EventLogEmpty({ command }: { command: string }) {
  return (
    <EmptyState
      icon={<Zap aria-hidden />}
      title={t("event_log_empty_title")}
      description={t("event_log_empty_description")}
      action={
        <div className="grid w-full max-w-form justify-items-center gap-4 text-left">
          <CodeBlock label={t("event_log_empty_label")} code={command} isWrappedAtFirst className="w-full" />
          <div className="flex flex-wrap items-center justify-center gap-x-5 gap-y-3">
            <ButtonLink href="/api-keys" variant="primary">
              {t("event_log_empty_get_api_key")}
            </ButtonLink>
            <TextLink href="/event-types">{t("event_log_empty_all_event_types")}</TextLink>
          </div>
        </div>
      }
    />
  );
}
