import { Card } from "#components/ui/card.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Copyable } from "#components/ui/copyable.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { subscriptionsCovering } from "#lib/events/catalogue/catalogue.ts";
import { apiKeyVariable, sendEventCommand } from "#lib/events/catalogue/send-command.ts";
import type { EventTypeDto } from "#lib/events/schema.ts";
import { eventTypes as t } from "#lib/words/en/screens/event-types.ts";
import { exampleBody } from "./example-body.ts";
import { type FieldRow, fieldRows } from "./field-rows.ts";

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
            {
              key: t("event_type_detail_type"),
              value: <Copyable text={type} label={t("event_type_detail_label")} />,
            },
            {
              key: t("event_type_detail_sent"),
              value: isSentByPatchbay
                ? t("event_type_detail_patchbay_itself")
                : t("event_type_detail_your_shops_platform"),
            },
            { key: t("event_type_detail_webhooks_ask"), value: <Subscriptions type={type} /> },
            { key: t("event_type_detail_version"), value: version },
            ...(formerTopic
              ? [
                  {
                    key: t("event_type_detail_former_name"),
                    value: <code className="font-mono text-sm">{formerTopic}</code>,
                  },
                ]
              : []),
          ]}
        />
      </Card>
      <Section title={t("event_type_detail_title")} description={t("event_type_detail_description")}>
        <CodeBlock
          label={t("event_type_detail_example_type", { type })}
          language="json"
          code={exampleBody(type, example)}
        />
      </Section>
      <Section
        title={t("event_type_detail_fields_data")}
        description={
          isSentByPatchbay
            ? t("event_type_detail_there_no_others")
            : t("event_type_detail_any_other_field_refused")
        }
      >
        <FieldTable rows={fieldRows(schema)} />
      </Section>
      <Section title={t("event_type_detail_send_one_yourself")}>
        {isSentByPatchbay ? (
          <Notice>{t("event_type_detail_only_patchbay_sends_this")}</Notice>
        ) : (
          <div className="grid gap-3">
            <p className="max-w-prose text-muted">
              {t.rich("event_type_detail_put_api_key_that", {
                link: (text) => <TextLink href="/api-keys">{text}</TextLink>,
                apiKeyVariable: <code className="font-mono text-sm">{apiKeyVariable}</code>,
                code: (text) => <code className="font-mono text-sm">{text}</code>,
              })}
            </p>
            <CodeBlock
              label={t("event_type_detail_send_with_curl")}
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
          {" "}
          {t.rich("subscriptions_part_all_events", { part: <code className="font-mono text-sm">*</code> })}
        </>
      ) : (
        <span className="block text-muted text-sm">
          {t.rich("subscriptions_name_only_part_leaves", {
            part: <code className="font-mono">*</code>,
            code: (text) => <code className="font-mono">{text}</code>,
          })}
        </span>
      )}
    </>
  );
}

/** The fields of an event's data: name, type, whether it is always there, and what it means. */
function FieldTable({ rows }: { rows: readonly FieldRow[] }) {
  return (
    <Card isFlush>
      <Table caption={t("field_table_caption")} density="compact">
        <TableHead>
          <TableHeading>{t("field_table_field")}</TableHeading>
          <TableHeading>{t("field_table_type")}</TableHeading>
          <TableHeading>{t("field_table_required")}</TableHeading>
          <TableHeading>{t("field_table_meaning")}</TableHeading>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.path}>
              <TableCell phone="title" className="align-top">
                <FieldPath path={row.path} />
              </TableCell>
              <TableCell phone="aside" className="align-top">
                <span className="whitespace-nowrap font-mono text-muted text-sm">{row.type}</span>
              </TableCell>
              <TableCell label={t("field_table_required")} className="align-top">
                {row.isRequired ? (
                  t("field_table_yes")
                ) : (
                  <span className="text-muted">{t("field_table_no")}</span>
                )}
              </TableCell>
              <TableCell className="align-top max-md:text-left">
                <span className="grid gap-0.5">
                  <span>{row.description}</span>
                  {row.limits.length > 0 && (
                    <span className="text-muted text-sm [overflow-wrap:anywhere]">
                      {row.limits.join(", ")}
                    </span>
                  )}
                </span>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

/** A path whose last part stands out from what it is within. */
function FieldPath({ path }: { path: string }) {
  const cut = path.lastIndexOf(".") + 1;
  return (
    <code className="font-mono text-sm [overflow-wrap:anywhere]">
      <span className="text-subtle">{path.slice(0, cut)}</span>
      <span className="font-medium text-ink">{path.slice(cut)}</span>
    </code>
  );
}
