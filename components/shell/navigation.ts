import type { ReactNode } from "react";

export interface NavItem {
  href: string;
  label: string;
  icon: ReactNode;
  /** At the right: how many things there need someone. */
  badge?: ReactNode;
  /** Items of one group stand together under its name. */
  group?: string;
}

/** The href of the item a page belongs to: the longest that is the path or an ancestor of it. "/" is only itself. */
export function currentHref(items: readonly NavItem[], pathname: string): string | undefined {
  let current: string | undefined;
  for (const { href } of items) {
    const isMatch = pathname === href || (href !== "/" && pathname.startsWith(`${href}/`));
    if (isMatch && href.length > (current?.length ?? 0)) current = href;
  }
  return current;
}

/** Items in their order, gathered by group. */
export function groupItems(items: readonly NavItem[]): { group: string | undefined; items: NavItem[] }[] {
  const groups: { group: string | undefined; items: NavItem[] }[] = [];
  for (const item of items) {
    const found = groups.find((candidate) => candidate.group === item.group);
    if (found) found.items.push(item);
    else groups.push({ group: item.group, items: [item] });
  }
  return groups;
}
