import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { UnreadRecordDto } from "#lib/integrations/schema.ts";

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
  const count =
    total === 1 ? "1 record could not be read" : `${total.toLocaleString("en-GB")} records could not be read`;
  return (
    <Notice tone="warning" title={count}>
      <p>
        {`Everything else was read. Correct these in ${appName}, or in the plugin that changes them. Each message here goes away once its record can be read.`}
      </p>
      <ul className="mt-2 grid gap-2">
        {records.map((record) => (
          <li key={`${record.source} ${record.list} ${record.id} ${record.field}`} className="grid">
            <span className="font-medium [overflow-wrap:anywhere]">
              {record.label ?? record.id ?? "A record without an id"}
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
        <p className="mt-2 text-muted">{`These are the first ${records.length}. The API lists all of them.`}</p>
      )}
    </Notice>
  );
}
