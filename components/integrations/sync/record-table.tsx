import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { SyncedRecordDto } from "#lib/integrations/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { integrationsSync as t } from "#lib/words/en/screens/integrations-sync.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";
import { moneyText } from "./money-text.ts";
import { recordStateWords } from "./record-state-words.ts";
import { kindNames } from "./sync-words.ts";

interface RecordTableProps {
  kind: SyncedRecordDto["kind"];
  records: readonly SyncedRecordDto[];
  zone: string;
}

/** The local copy of products or orders, one a row. */
export function RecordTable({ kind, records, zone }: RecordTableProps) {
  const isProduct = kind === "product";
  return (
    <Table caption={isProduct ? t("record_table_caption") : t("record_table_orders")}>
      <TableHead>
        <TableHeading>{isProduct ? t("record_table_product") : t("record_table_order")}</TableHeading>
        <TableHeading>{common("state")}</TableHeading>
        <TableHeading align="end">
          {isProduct ? t("record_table_price") : t("record_table_total")}
        </TableHeading>
        {isProduct && <TableHeading align="end">{t("record_table_stock")}</TableHeading>}
        <TableHeading>{t("record_table_more_one", { one: kindNames()[kind].one })}</TableHeading>
        <TableHeading align="end">{t("record_table_changed")}</TableHeading>
      </TableHead>
      <TableBody>
        {records.map((record) => (
          <TableRow key={record.externalId}>
            <TableCell phone="title" className="md:max-w-72">
              <div className="grid min-w-0">
                <span className="font-medium [overflow-wrap:anywhere]">{record.title}</span>
                <span title={record.externalId} className="truncate font-mono font-normal text-muted text-sm">
                  {record.externalId}
                </span>
              </div>
            </TableCell>
            <TableCell phone="aside">{recordStateWords(record.state)}</TableCell>
            <TableCell
              label={isProduct ? t("record_table_price") : t("record_table_total")}
              align="end"
              className="whitespace-nowrap"
            >
              {record.amount ? moneyText(record.amount) : <span className="text-subtle">–</span>}
            </TableCell>
            {isProduct && (
              <TableCell label={t("record_table_stock")} align="end">
                {record.stock?.toLocaleString(readerIntlLocale()) ?? <span className="text-subtle">–</span>}
              </TableCell>
            )}
            <TableCell label={t("record_table_label")} className="text-muted text-sm md:max-w-64">
              {Object.entries(record.details)
                .map(([name, value]) => `${name}: ${value}`)
                .join(" · ")}
            </TableCell>
            <TableCell label={t("record_table_changed")} align="end" className="whitespace-nowrap text-muted">
              <RelativeTime at={record.changedAt} zone={zone} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
