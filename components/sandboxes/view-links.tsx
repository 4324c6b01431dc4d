"use client";

import { cn } from "#components/ui/cn.ts";
import { Link } from "#components/ui/link.tsx";
import type { SandboxStateDto } from "#lib/sandbox/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { sandboxes as t } from "#lib/words/en/screens/sandboxes.ts";
import { useSandboxState } from "./use-sandbox-state.ts";
import { callsView, countKinds, kindTitle, type SandboxView, viewHref } from "./view.ts";

/** What can be looked at, as links: the calls, each kind of object, and within a kind each account. */
export function ViewLinks({ first, view }: { first: SandboxStateDto; view: SandboxView }) {
  const { sandbox } = useSandboxState(first, false);
  const kinds = countKinds(sandbox);
  const isOfKind = view.show !== callsView;
  return (
    <div className="grid gap-2">
      <LinkRow
        label={t("view_links_label")}
        links={[
          {
            label: t("view_links_calls"),
            href: viewHref(sandbox.id, { show: callsView, account: undefined }),
            isCurrent: !isOfKind,
          },
          ...kinds.map(({ kind, count }) => ({
            label: kindTitle(kind),
            count,
            href: viewHref(sandbox.id, { ...view, show: kind }),
            isCurrent: view.show === kind,
          })),
        ]}
      />
      {isOfKind && sandbox.accounts.length > 1 && (
        <LinkRow
          label={common("account")}
          links={[
            {
              label: t("view_links_all_accounts"),
              href: viewHref(sandbox.id, { ...view, account: undefined }),
              isCurrent: view.account === undefined,
            },
            ...sandbox.accounts.map(({ id, label }) => ({
              label,
              href: viewHref(sandbox.id, { ...view, account: id }),
              isCurrent: view.account === id,
            })),
          ]}
        />
      )}
    </div>
  );
}

type ViewLink = { label: string; count?: number; href: string; isCurrent: boolean };

function LinkRow({ label, links }: { label: string; links: readonly ViewLink[] }) {
  return (
    <nav aria-label={label} className="min-w-0">
      <ul className="-mx-gutter flex gap-1.5 overflow-x-auto px-gutter py-1 md:mx-0 md:flex-wrap md:px-0">
        {links.map((link) => (
          <li key={link.href}>
            <Link
              href={link.href}
              scroll={false}
              aria-current={link.isCurrent ? "true" : undefined}
              className={cn(
                "flex h-8 items-center gap-1.5 whitespace-nowrap rounded-pill border px-3 text-sm transition-colors max-md:h-10 max-md:px-4",
                link.isCurrent
                  ? "border-accent-line bg-accent-soft font-medium text-accent-text"
                  : "border-line-strong text-muted hover:bg-hover hover:text-ink",
              )}
            >
              {link.label}
              {link.count !== undefined && <span className="tabular-nums">{link.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
