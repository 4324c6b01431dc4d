import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { deliveriesDetail as t } from "#lib/words/en/screens/deliveries-detail.ts";

interface HeaderListProps {
  /** Such as "Request headers". */
  label: string;
  headers: Readonly<Record<string, string>>;
}

/** HTTP headers, folded away under their number. */
export function HeaderList({ label, headers }: HeaderListProps) {
  const items = Object.entries(headers).map(([key, value]) => ({ key, value }));
  if (items.length === 0) return <p className="text-muted text-sm">{t("header_list_no_headers")}</p>;
  return (
    <details className="min-w-0">
      <summary className="min-h-6 w-fit rounded-tag font-medium text-muted text-sm hover:text-ink max-md:min-h-10">
        {label} ({items.length})
      </summary>
      <KeyValueList items={items} isMono className="mt-1" />
    </details>
  );
}
