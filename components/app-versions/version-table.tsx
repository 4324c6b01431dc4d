import { Link } from "#components/ui/link.tsx";
import { Status } from "#components/ui/status.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Sunset } from "#lib/marketplace/sunsets.ts";
import { appVersions as t } from "#lib/words/en/screens/app-versions.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { sunsetWords } from "./sunset-words.ts";

/** Each app with the version that is spoken, the one that ends first on top. */
export function VersionTable({ sunsets }: { sunsets: readonly Sunset[] }) {
  return (
    <Table caption={t("version_table_caption")}>
      <TableHead>
        <TableHeading>{t("version_table_app")}</TableHeading>
        <TableHeading>{t("version_table_version")}</TableHeading>
        <TableHeading>{t("version_table_served_until")}</TableHeading>
        <TableHeading>{common("state")}</TableHeading>
      </TableHead>
      <TableBody>
        {sunsets.map((sunset) => (
          <VersionRow key={sunset.id} sunset={sunset} />
        ))}
      </TableBody>
    </Table>
  );
}

function VersionRow({ sunset }: { sunset: Sunset }) {
  const { tone, word, until } = sunsetWords(sunset);
  return (
    <TableRow>
      <TableCell phone="title">
        <Link
          href={`/marketplace/${sunset.id}`}
          data-row-link
          className="rounded-tag font-medium hover:text-accent-text"
        >
          {sunset.name}
        </Link>
      </TableCell>
      <TableCell label={t("version_row_label")} className="md:max-w-80">
        <TextLink href={sunset.source}>{sunset.version}</TextLink>
      </TableCell>
      <TableCell label={t("version_row_served_until")} className="tabular-nums">
        {until}
      </TableCell>
      <TableCell phone="aside">
        <Status tone={tone}>{word}</Status>
      </TableCell>
    </TableRow>
  );
}
