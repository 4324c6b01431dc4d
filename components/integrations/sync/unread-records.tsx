import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { UnreadRecordDto } from "#lib/integrations/schema.ts";
import { integrationsSync as t } from "#lib/words/en/screens/integrations-sync.ts";

interface UnreadRecordsProps {
  appName: string;
  /** The first of them. */
  records: readonly UnreadRecordDto[];
  total: number;
  zone: string;
}

/** What of the account could not be read, and why; nothing where all could. */
export function UnreadRecords({ appName, records, total, zone }: UnreadRecordsProps) {
  if (total === 0) return null;
  const count = t("unread_records_total_plural_one_1", { total });
  return (
    <Notice tone="warning" title={count}>
      <p>{t("unread_records_everything_else_was_read", { appName })}</p>
      <ul className="mt-2 grid gap-2">
        {records.map((record) => (
          <li key={`${record.source} ${record.list} ${record.id} ${record.field}`} className="grid">
            <span className="font-medium [overflow-wrap:anywhere]">
              {record.label ?? record.id ?? t("unread_records_record_without_id")}
            </span>
            <span className="[overflow-wrap:anywhere]">{record.message}</span>
            <span className="text-muted text-sm [overflow-wrap:anywhere]">
              {record.listTitle}
              {record.id !== null && record.label !== null && ` · ${record.id}`}
              {" · "}
              <RelativeTime at={record.seenAt} zone={zone} />
            </span>
          </li>
        ))}
      </ul>
      {total > records.length && (
        <p className="mt-2 text-muted">
          {t("unread_records_these_first_count_api", { count: records.length })}
        </p>
      )}
    </Notice>
  );
}
