import { Terminal } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { apiKeyVariable } from "#lib/events/catalogue/send-command.ts";

/** Shows how to send an event. `command` is a curl command. */
export function SendEventButton({ command }: { command: string }) {
  return (
    <Dialog
      title="Send an event"
      description="Run this in a terminal. The event shows up in the list within a second."
      trigger={<Button icon={<Terminal aria-hidden />}>Send an event</Button>}
    >
      <CodeBlock label="Send an event" code={command} isWrappedAtFirst />
      <p className="text-muted">
        It takes one of your <TextLink href="/api-keys">API keys</TextLink> from the shell variable{" "}
        <code className="font-mono text-sm">{apiKeyVariable}</code>. Other events and their data stand in the{" "}
        <TextLink href="/event-types">event catalogue</TextLink>.
      </p>
    </Dialog>
  );
}
