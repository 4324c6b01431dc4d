import {
  Bell,
  BookOpen,
  Building2,
  CreditCard,
  FlaskConical,
  Inbox,
  KeyRound,
  LayoutDashboard,
  Plug,
  Send,
  Settings,
  Store,
  Webhook,
  Workflow,
  Zap,
} from "lucide-react";
import type { ReactNode } from "react";
import { AppFrame } from "#components/shell/app-frame.tsx";
import { CountBadge } from "#components/shell/count-badge.tsx";
import type { NavItem } from "#components/shell/navigation.ts";
import { findCommands, signOut } from "#components/shell/server-actions.ts";
import type { ShellCommand } from "#components/shell/shell-command.ts";
import { UnreadLink } from "#components/shell/unread-link.tsx";
import { LocaleProvider } from "#components/ui/locale-context.tsx";
import { isOperator } from "#lib/auth/operator.ts";
import { requireSession } from "#lib/auth/require-session.ts";
import { sessionCtx } from "#lib/auth/session.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { countNeedingAttention } from "#lib/integrations/count-needing-attention.ts";
import { lookUp } from "#lib/look-up.ts";
import { countUnreadNotices } from "#lib/notices/unread-notices.ts";
import { countDisputesToAnswer } from "#lib/revenue/count-disputes-to-answer.ts";
import { overviewPages as t } from "#lib/words/en/screens/overview-pages.ts";

const connectedApps = "/integrations";
const notices = "/notices";
const payments = "/payments";

const items = (): readonly NavItem[] => [
  { href: "/", label: t("items_overview"), icon: <LayoutDashboard aria-hidden /> },
  { href: payments, label: t("items_payments"), icon: <CreditCard aria-hidden /> },
  { href: "/automations", label: t("items_automations"), icon: <Workflow aria-hidden /> },
  { href: "/webhooks", label: t("items_webhooks"), icon: <Webhook aria-hidden /> },
  { href: "/deliveries", label: t("items_deliveries"), icon: <Send aria-hidden /> },
  { href: "/events", label: t("items_events"), icon: <Zap aria-hidden /> },
  { href: "/marketplace", label: t("items_marketplace"), icon: <Store aria-hidden /> },
  { href: connectedApps, label: t("items_connected_apps"), icon: <Plug aria-hidden /> },
  { href: notices, label: t("items_notices"), icon: <Bell aria-hidden /> },
  { href: "/settings", label: t("items_settings"), icon: <Settings aria-hidden /> },
  {
    href: "/event-types",
    label: t("items_event_catalogue"),
    icon: <BookOpen aria-hidden />,
    group: t("items_developers"),
  },
  {
    href: "/api-keys",
    label: t("items_api_keys"),
    icon: <KeyRound aria-hidden />,
    group: t("items_developers"),
  },
];

const sandboxItems = (): readonly NavItem[] => [
  {
    href: "/sandboxes",
    label: t("sandbox_items_sandbox"),
    icon: <FlaskConical aria-hidden />,
    group: t("sandbox_items_developers"),
  },
  {
    href: "/test-inboxes",
    label: t("sandbox_items_test_inboxes"),
    icon: <Inbox aria-hidden />,
    group: t("sandbox_items_developers"),
  },
];

const operatorItems = (): readonly NavItem[] => [
  {
    href: "/operator/revenue",
    label: t("operator_items_all_merchants"),
    icon: <Building2 aria-hidden />,
    group: t("operator_items_platform"),
  },
];

const commands = (): readonly ShellCommand[] => [
  ...[
    { label: t("commands_revenue"), href: payments },
    { label: t("commands_charges"), href: "/payments/charges" },
    { label: t("commands_new_charge"), href: "/payments/charges/new" },
    { label: t("commands_payouts"), href: "/payments/payouts" },
    { label: t("commands_disputes"), href: "/payments/disputes" },
    { label: t("commands_reconciliation"), href: "/payments/reconciliation" },
  ].map(
    ({ label, href }): ShellCommand => ({
      id: `command ${href}`,
      kind: "page",
      label,
      href,
      icon: <CreditCard aria-hidden />,
      keywords: ["payments", "money"],
    }),
  ),
  {
    id: "recipes",
    kind: "page",
    label: t("commands_recipes"),
    href: "/recipes",
    icon: <Workflow aria-hidden />,
  },
  {
    id: "new-automation",
    kind: "page",
    label: t("commands_new_automation"),
    href: "/automations/new",
    icon: <Workflow aria-hidden />,
  },
  {
    id: "create-webhook",
    kind: "page",
    label: t("commands_create_webhook"),
    href: "/webhooks/new",
    icon: <Webhook aria-hidden />,
  },
];

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const session = await requireSession();
  const { merchant, user } = session;
  const ctx = sessionCtx(session, newId("req"));
  const [needing, unread, runsPlatform, disputed] = await Promise.all([
    countNeedingAttention({ ctx }),
    countUnreadNotices({ ctx }),
    isOperator(user.id),
    countDisputesToAnswer({ ctx }),
  ]);
  const badges: Readonly<Record<string, ReactNode>> = {
    [connectedApps]: (
      <CountBadge
        first={needing}
        path="/api/integrations"
        query={{ status: "needs_attention" }}
        of="attention"
      />
    ),
    [payments]: (
      <CountBadge
        first={disputed.count}
        path="/api/payments/disputes"
        query={{ status: "needs_response", environment: disputed.environment }}
        of="disputes"
      />
    ),
    [notices]: <CountBadge first={unread} path="/api/notices" query={{ unread: "true" }} of="unread" />,
  };
  const shown = [
    ...items(),
    ...(env().SANDBOX === "on" ? sandboxItems() : []),
    ...(runsPlatform ? operatorItems() : []),
  ];
  return (
    <LocaleProvider locale={session.locale}>
      <AppFrame
        items={shown.map((item) => ({ ...item, badge: lookUp(badges, item.href) }))}
        commands={commands()}
        merchantName={merchant.name}
        user={user}
        signOutAction={signOut}
        findCommands={findCommands}
        topBar={
          <UnreadLink href={notices} label={t("dashboard_layout_label")} count={lookUp(badges, notices)} />
        }
        search={{ label: t("dashboard_layout_search_deliveries"), href: "/deliveries?q=" }}
      >
        {children}
      </AppFrame>
    </LocaleProvider>
  );
}
