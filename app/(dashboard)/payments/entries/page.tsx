import type { SearchParams } from "#components/listing/search-params.ts";
import { accountWords } from "#components/payments/entries/account-words.ts";
import { JournalTable } from "#components/payments/entries/journal-table.tsx";
import { titled } from "#lib/auth/titled.ts";
import { listFormat } from "#lib/intl.ts";
import { lookUp } from "#lib/look-up.ts";
import { listLedger } from "#lib/revenue/list-ledger.ts";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";
import { BehindNumber } from "../behind-number.tsx";

export const generateMetadata = titled(() => ({ title: t("entries_title") }));

export default function EntriesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return (
    <BehindNumber
      searchParams={searchParams}
      path="/payments/entries"
      list={listLedger}
      file="ledger"
      getTitle={({ account }) => getTitle(account)}
      description={(days) => t("entries_page_sum", { days })}
      csvLabel={t("entries_page_csv")}
      empty={{
        title: t("entries_page_title"),
        description: t("entries_page_description"),
      }}
      table={(journals, { zone }) => <JournalTable journals={journals} zone={zone} />}
    />
  );
}

/** "Platform fee", "Payments and refunds": the accounts whose entries are listed. */
function getTitle(accounts = ""): string {
  const known = accounts.split(",").flatMap((account) => lookUp(accountWords(), account) ?? []);
  if (known.length === 0 || known.length > 4) return t("title_of_all_movements");
  return listFormat(readerIntlLocale()).format(known);
}
