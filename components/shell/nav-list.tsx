"use client";

import { usePathname } from "next/navigation";
import { Link } from "#components/ui/link.tsx";
import { shell as t } from "#lib/words/en/screens/shell.ts";
import { currentHref, groupItems, type NavItem } from "./navigation.ts";

interface NavListProps {
  items: readonly NavItem[];
  /** After a press on an item: the phone's sheet closes. */
  onNavigate?: () => void;
}

/** The pages, the current one marked. */
export function NavList({ items, onNavigate }: NavListProps) {
  const current = currentHref(items, usePathname());
  return (
    <nav aria-label={t("nav_list_main")} className="grid gap-5">
      {groupItems(items).map(({ group, items: members }) => (
        <div key={group ?? ""} className="grid gap-1">
          {group && <p className="px-2.5 font-medium text-subtle text-xs">{group}</p>}
          <ul className="grid gap-0.5">
            {members.map((item) => (
              <li key={item.href}>
                <Link
                  href={item.href}
                  onClick={onNavigate}
                  aria-current={item.href === current ? "page" : undefined}
                  className="flex h-8.5 items-center gap-2.5 rounded-control px-2.5 font-medium text-muted transition-colors hover:bg-hover hover:text-ink aria-[current=page]:bg-pressed aria-[current=page]:text-ink max-md:h-11 [&[aria-current=page]_svg]:text-accent-text [&_svg]:size-4"
                >
                  {item.icon}
                  {item.label}
                  {item.badge}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
