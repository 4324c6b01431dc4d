// biome-ignore-all lint/a11y/noRedundantRoles: rows become cards on a phone, and `display: block` would strip a table of its roles
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

interface TableProps {
  /** What the table lists; read out, not shown. */
  caption: string;
  density?: "regular" | "compact";
  className?: string;
  children: ReactNode;
}

export function Table({ caption, density = "regular", className, children }: TableProps) {
  return (
    <table
      role="table"
      data-density={density}
      className={cn("group/table w-full border-collapse text-left max-md:block", className)}
    >
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  );
}

/** Holds the `TableHeading`s; hidden from sight on a phone, where each cell shows its own label. */
export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead role="rowgroup" className="max-md:sr-only">
      <tr role="row" className="border-line border-b bg-sunken">
        {children}
      </tr>
    </thead>
  );
}

interface CellProps {
  align?: "start" | "end";
  className?: string;
  children?: ReactNode;
}

export function TableHeading({ align = "start", className, children }: CellProps) {
  return (
    <th
      role="columnheader"
      scope="col"
      className={cn(
        "h-9 whitespace-nowrap px-3 font-medium text-muted text-sm first:pl-card last:pr-card",
        align === "end" && "text-right",
        className,
      )}
    >
      {children}
    </th>
  );
}

export function TableBody({ children }: { children: ReactNode }) {
  return (
    <tbody role="rowgroup" className="divide-y divide-line max-md:block">
      {children}
    </tbody>
  );
}

/** A row. Mark the link to its detail page `data-row-link`: j/k, Enter and a click anywhere then open it. */
export function TableRow({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <tr
      role="row"
      className={cn(
        "transition-colors max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-4 max-md:gap-y-1 max-md:px-card max-md:py-4",
        "has-data-row-link:cursor-pointer has-data-row-link:hover:bg-hover has-[[data-row-link]:focus-visible]:bg-accent-soft",
        className,
      )}
    >
      {children}
    </tr>
  );
}

const phoneStyles = {
  title: "max-md:-order-2 max-md:font-medium max-md:before:hidden",
  aside: "max-md:-order-1 max-md:col-start-2 max-md:before:hidden",
  line: "max-md:col-span-2 max-md:text-right",
  hidden: "max-md:hidden",
} as const;

interface TableCellProps extends CellProps {
  /** Name of the column, shown beside the value on a phone. */
  label?: string;
  /** Place in the card: `title` top left, `aside` top right (both without label), a labelled `line`, or nowhere. */
  phone?: keyof typeof phoneStyles;
}

export function TableCell({ label, align = "start", phone = "line", className, children }: TableCellProps) {
  return (
    <td
      role="cell"
      data-label={label}
      className={cn(
        "px-3 py-3 align-middle tabular-nums first:pl-card last:pr-card group-data-[density=compact]/table:md:py-2",
        "max-md:flex max-md:min-w-0 max-md:items-baseline max-md:justify-between max-md:gap-4 max-md:p-0!",
        label &&
          "max-md:before:shrink-0 max-md:before:text-muted max-md:before:text-sm max-md:before:content-[attr(data-label)]",
        align === "end" && "text-right",
        phoneStyles[phone],
        className,
      )}
    >
      {children}
    </td>
  );
}
