import Link from "next/link";
import type { ReactNode } from "react";
import { PageHeader } from "#components/ui/page-header.tsx";

const sections = [
  { href: "/payments", label: "Revenue" },
  { href: "/payments/charges", label: "Charges" },
  { href: "/payments/payouts", label: "Payouts" },
  { href: "/payments/disputes", label: "Disputes" },
  { href: "/payments/reconciliation", label: "Reconciliation" },
] as const;

interface PaymentsHeaderProps {
  current: (typeof sections)[number]["href"];
  title: string;
  description: ReactNode;
  actions?: ReactNode;
}

/** Top of each page about money: what it is for, and the way to the others. */
export function PaymentsHeader({ current, ...header }: PaymentsHeaderProps) {
  return (
    <div className="grid min-w-0 gap-4">
      <PageHeader {...header} />
      <nav aria-label="Payments" className="min-w-0">
        <ul className="-mx-gutter flex gap-1 overflow-x-auto border-line border-b px-gutter md:mx-0 md:px-0">
          {sections.map(({ href, label }) => (
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
      </nav>
    </div>
  );
}
