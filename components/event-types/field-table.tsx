import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { eventTypes as t } from "#lib/words/en/screens/event-types.ts";
import type { FieldRow } from "./field-rows.ts";

/** The fields of an event's data: name, type, whether it is always there, and what it means. */
export function FieldTable({ rows }: { rows: readonly FieldRow[] }) {
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
