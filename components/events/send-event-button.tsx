import { Terminal } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { apiKeyVariable } from "#lib/events/catalogue/send-command.ts";
import { events as t } from "#lib/words/en/screens/events.ts";

/** Shows how to send an event. `command` is a curl command. */
export function SendEventButton({ command }: { command: string }) {
  return (
    <Dialog
      title={t("send_event_button_title")}
      description={t("send_event_button_description")}
      trigger={<Button icon={<Terminal aria-hidden />}>{t("send_event_button_title")}</Button>}
    >
      <CodeBlock label={t("send_event_button_title")} code={command} isWrappedAtFirst />
      <p className="text-muted">
        {t.rich("send_event_button_takes_one_your_api", {
          link: (text) => <TextLink href="/api-keys">{text}</TextLink>,
          apiKeyVariable: <code className="font-mono text-sm">{apiKeyVariable}</code>,
          link2: (text) => <TextLink href="/event-types">{text}</TextLink>,
        })}
      </p>
    </Dialog>
  );
}
