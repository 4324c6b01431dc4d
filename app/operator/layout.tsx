import { ArrowLeftRight, BadgePercent, ChartColumn, ScrollText, Store, UserCog } from "lucide-react";
import type { ReactNode } from "react";
import { signOutOperator } from "#components/operator/server-actions.ts";
import { AppFrame } from "#components/shell/app-frame.tsx";
import type { NavItem } from "#components/shell/navigation.ts";
import { LocaleProvider } from "#components/ui/locale-context.tsx";
import { requireOperator } from "#lib/auth/require-operator.ts";
import { titled } from "#lib/auth/titled.ts";
import { operatorPages as t } from "#lib/words/en/screens/operator-pages.ts";

export const generateMetadata = titled(() => ({
  title: { template: "%s · Patchbay for operators", default: t("layout_operators") },
}));

const accountPage = () => ({ href: "/operator/access", label: t("account_page_access") });

const items = (): readonly NavItem[] => [
  { href: "/operator/revenue", label: t("items_revenue"), icon: <ChartColumn aria-hidden /> },
  { href: "/operator/merchants", label: t("items_merchants"), icon: <Store aria-hidden /> },
  { href: "/operator/fee-plan", label: t("items_fee_plan"), icon: <BadgePercent aria-hidden /> },
  { href: "/operator/fee-policies", label: t("items_fee_policies"), icon: <ScrollText aria-hidden /> },
  { ...accountPage(), icon: <UserCog aria-hidden /> },
];

/** The pages over all merchants. For whoever is no operator they do not exist. */
export default async function OperatorLayout({ children }: { children: ReactNode }) {
  const { user, merchant, locale } = await requireOperator();
  const back: NavItem[] = merchant
    ? [
        {
          href: "/",
          label: merchant.name,
          icon: <ArrowLeftRight aria-hidden />,
          group: t("operator_layout_your_merchant"),
        },
      ]
    : [];
  return (
    <LocaleProvider locale={locale}>
      <AppFrame
        items={[...items(), ...back]}
        merchantName={t("operator_layout_all_merchants")}
        user={user}
        signOutAction={signOutOperator}
        homeHref="/operator/revenue"
        accountPage={accountPage()}
      >
        {children}
      </AppFrame>
    </LocaleProvider>
  );
}
