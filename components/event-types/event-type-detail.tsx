import { Card } from "#components/ui/card.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Copyable } from "#components/ui/copyable.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { subscriptionsCovering } from "#lib/events/catalogue/catalogue.ts";
import { apiKeyVariable, sendEventCommand } from "#lib/events/catalogue/send-command.ts";
import type { EventTypeDto } from "#lib/events/schema.ts";
import { exampleBody } from "./example-body.ts";
import { fieldRows } from "./field-rows.ts";
import { FieldTable } from "./field-table.tsx";

interface EventTypeDetailProps {
  eventType: EventTypeDto;
  /** Of Patchbay, for the command. */
  origin: string;
}

/** One event type for the engineer: who sends it, what a webhook receives, every field, how to send it. */
export function EventTypeDetail({ eventType, origin }: EventTypeDetailProps) {
  const { type, version, formerTopic, source, schema, example } = eventType;
  const isSentByPatchbay = source === "patchbay";
  return (
    <div className="grid gap-section">
      <Card>
        <KeyValueList
          items={[
            { key: "Type", value: <Copyable text={type} label="event type" /> },
            { key: "Sent by", value: isSentByPatchbay ? "Patchbay itself" : "Your shop's platform" },
            { key: "Webhooks ask for", value: <Subscriptions type={type} /> },
            { key: "Version", value: version },
            ...(formerTopic
              ? [{ key: "Former name", value: <code className="font-mono text-sm">{formerTopic}</code> }]
              : []),
          ]}
        />
      </Card>
      <Section
        title="What a webhook receives"
        description="The body of the request. Its signature covers these bytes as they are."
      >
        <CodeBlock label={`Example of ${type}`} language="json" code={exampleBody(type, example)} />
      </Section>
      <Section
        title="Fields of data"
        description={
          isSentByPatchbay ? "There are no others." : "Any other field is refused when an event is sent."
        }
      >
        <FieldTable rows={fieldRows(schema)} />
      </Section>
      <Section title="Send one yourself">
        {isSentByPatchbay ? (
          <Notice>
            Only Patchbay sends this event, about its own work, so the API refuses it. To see what your
            endpoint makes of it, send a test from the webhook's page.
          </Notice>
        ) : (
          <div className="grid gap-3">
            <p className="max-w-prose text-muted">
              Put an <TextLink href="/api-keys">API key</TextLink> that may send events into{" "}
              <code className="font-mono text-sm">{apiKeyVariable}</code>, then run this. The same{" "}
              <code className="font-mono text-sm">id</code> twice is one event, so add one to retry safely.
            </p>
            <CodeBlock
              label="Send it with curl"
              code={sendEventCommand({ origin, event: { type, data: example } })}
            />
          </div>
        )}
      </Section>
    </div>
  );
}

function Subscriptions({ type }: { type: string }) {
  const isCoveredByStar = subscriptionsCovering(type).includes("*");
  return (
    <>
      <code className="font-mono text-sm">{type}</code>
      {isCoveredByStar ? (
        <>
          {" or "}
          <code className="font-mono text-sm">*</code>, all events
        </>
      ) : (
        <span className="block text-muted text-sm">
          by its name only. <code className="font-mono">*</code> leaves out{" "}
          <code className="font-mono">webhook.*</code>: a webhook would hear of each of its own deliveries.
        </span>
      )}
    </>
  );
}
