import type { ReactNode } from "react";
import { CurrentInView } from "#components/ui/current-in-view.tsx";
import { Link } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { payments as t } from "#lib/words/en/screens/payments.ts";

const sections = () =>
  [
    { href: "/payments", label: t("sections_revenue") },
    { href: "/payments/charges", label: t("sections_charges") },
    { href: "/payments/payouts", label: t("sections_payouts") },
    { href: "/payments/disputes", label: t("sections_disputes") },
    { href: "/payments/reconciliation", label: t("sections_reconciliation") },
  ] as const;

interface PaymentsHeaderProps {
  current: ReturnType<typeof sections>[number]["href"];
  title: string;
  description: ReactNode;
  actions?: ReactNode;
}

/** Top of each page about money: what it is for, and the way to the others. */
export function PaymentsHeader({ current, ...header }: PaymentsHeaderProps) {
  return (
    <div className="grid min-w-0 gap-4">
      <PageHeader {...header} />
      <nav aria-label={t("payments_header_payments")} className="min-w-0">
        <ul className="-mx-gutter flex gap-1 overflow-x-auto border-line border-b px-gutter md:mx-0 md:px-0">
          {sections().map(({ href, label }) => (
            <li key={href}>
              <Link
                href={href}
                aria-current={href === current ? "page" : undefined}
                className="-mb-px inline-flex h-9 items-center whitespace-nowrap rounded-t-control border-transparent border-b-2 px-3 font-medium text-muted transition-colors hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-accent aria-[current=page]:text-ink max-md:h-11"
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
        <CurrentInView />
      </nav>
    </div>
  );
}
