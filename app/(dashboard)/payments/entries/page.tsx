import type { Metadata } from "next";
import type { SearchParams } from "#components/listing/search-params.ts";
import { accountWords } from "#components/payments/entries/account-words.ts";
import { JournalTable } from "#components/payments/entries/journal-table.tsx";
import { lookUp } from "#lib/look-up.ts";
import { listLedger } from "#lib/revenue/list-ledger.ts";
import { BehindNumber } from "../behind-number.tsx";

export const metadata: Metadata = { title: "Behind the number" };

export default function EntriesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return (
    <BehindNumber
      searchParams={searchParams}
      path="/payments/entries"
      list={listLedger}
      file="ledger"
      titleOf={({ account }) => titleOf(account)}
      what="movement"
      empty={{
        title: "Nothing moved",
        description: "There is no movement of this kind in these days, so the number is zero.",
      }}
      table={(journals, { zone }) => <JournalTable journals={journals} zone={zone} />}
    />
  );
}

/** "Platform fee", "Payments and refunds": the accounts whose entries are listed. */
function titleOf(accounts = ""): string {
  const known = accounts.split(",").flatMap((account) => lookUp(accountWords, account) ?? []);
  if (known.length === 0 || known.length > 4) return "All movements";
  return new Intl.ListFormat("en-GB").format(known);
}
