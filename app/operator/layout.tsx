import { ArrowLeftRight, BadgePercent, ChartColumn, ScrollText, Store, UserCog } from "lucide-react";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { signOutOperator } from "#components/operator/server-actions.ts";
import { AppFrame } from "#components/shell/app-frame.tsx";
import type { NavItem } from "#components/shell/navigation.ts";
import { LocaleProvider } from "#components/ui/locale-context.tsx";
import { requireOperator } from "#lib/auth/require-operator.ts";

export const metadata: Metadata = {
  title: { template: "%s · Patchbay for operators", default: "Operators" },
};

const accountPage = { href: "/operator/access", label: "Access" };

const items: readonly NavItem[] = [
  { href: "/operator/revenue", label: "Revenue", icon: <ChartColumn aria-hidden /> },
  { href: "/operator/merchants", label: "Merchants", icon: <Store aria-hidden /> },
  { href: "/operator/fee-plan", label: "Fee plan", icon: <BadgePercent aria-hidden /> },
  { href: "/operator/fee-policies", label: "Fee policies", icon: <ScrollText aria-hidden /> },
  { ...accountPage, icon: <UserCog aria-hidden /> },
];

/** The pages over all merchants. For whoever is no operator they do not exist. */
export default async function OperatorLayout({ children }: { children: ReactNode }) {
  const { user, merchant, locale } = await requireOperator();
  const back: NavItem[] = merchant
    ? [{ href: "/", label: merchant.name, icon: <ArrowLeftRight aria-hidden />, group: "Your merchant" }]
    : [];
  return (
    <LocaleProvider locale={locale}>
      <AppFrame
        items={[...items, ...back]}
        merchantName="All merchants"
        user={user}
        signOutAction={signOutOperator}
        homeHref="/operator/revenue"
        accountPage={accountPage}
      >
        {children}
      </AppFrame>
    </LocaleProvider>
  );
}
