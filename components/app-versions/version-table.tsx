import Link from "next/link";
import { Status } from "#components/ui/status.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Sunset } from "#lib/marketplace/sunsets.ts";
import { sunsetWords } from "./sunset-words.ts";

/** Each app with the version that is spoken, the one that ends first on top. */
export function VersionTable({ sunsets }: { sunsets: readonly Sunset[] }) {
  return (
    <Table caption="Versions of the apps’ interfaces">
      <TableHead>
        <TableHeading>App</TableHeading>
        <TableHeading>Version</TableHeading>
        <TableHeading>Served until</TableHeading>
        <TableHeading>State</TableHeading>
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
      <TableCell label="Version" className="md:max-w-80">
        <TextLink href={sunset.source}>{sunset.version}</TextLink>
      </TableCell>
      <TableCell label="Served until" className="tabular-nums">
        {until}
      </TableCell>
      <TableCell phone="aside">
        <Status tone={tone}>{word}</Status>
      </TableCell>
    </TableRow>
  );
}
