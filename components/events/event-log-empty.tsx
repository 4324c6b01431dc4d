import { Zap } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

/** What the list says before the first event, and how to send one. `command` is a curl command. */
export function EventLogEmpty({ command }: { command: string }) {
  return (
    <EmptyState
      icon={<Zap aria-hidden />}
      title="No events yet"
      description="Every scan, order and refund of your shop shows up here as soon as it happens. To try it out, send one yourself."
      action={
        <div className="grid w-full max-w-form justify-items-center gap-4 text-left">
          <CodeBlock label="Send an event" code={command} isWrappedAtFirst className="w-full" />
          <div className="flex flex-wrap items-center justify-center gap-x-5 gap-y-3">
            <ButtonLink href="/api-keys" variant="primary">
              Get an API key
            </ButtonLink>
            <TextLink href="/event-types">All event types</TextLink>
          </div>
        </div>
      }
    />
  );
}
