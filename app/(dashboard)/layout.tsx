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

const connectedApps = "/integrations";
const notices = "/notices";
const payments = "/payments";

const items: readonly NavItem[] = [
  { href: "/", label: "Overview", icon: <LayoutDashboard aria-hidden /> },
  { href: payments, label: "Payments", icon: <CreditCard aria-hidden /> },
  { href: "/automations", label: "Automations", icon: <Workflow aria-hidden /> },
  { href: "/webhooks", label: "Webhooks", icon: <Webhook aria-hidden /> },
  { href: "/deliveries", label: "Deliveries", icon: <Send aria-hidden /> },
  { href: "/events", label: "Events", icon: <Zap aria-hidden /> },
  { href: "/marketplace", label: "Marketplace", icon: <Store aria-hidden /> },
  { href: connectedApps, label: "Connected apps", icon: <Plug aria-hidden /> },
  { href: notices, label: "Notices", icon: <Bell aria-hidden /> },
  { href: "/settings", label: "Settings", icon: <Settings aria-hidden /> },
  { href: "/event-types", label: "Event catalogue", icon: <BookOpen aria-hidden />, group: "For developers" },
  { href: "/api-keys", label: "API keys", icon: <KeyRound aria-hidden />, group: "For developers" },
];

const sandboxItems: readonly NavItem[] = [
  { href: "/sandboxes", label: "Sandbox", icon: <FlaskConical aria-hidden />, group: "For developers" },
  { href: "/test-inboxes", label: "Test inboxes", icon: <Inbox aria-hidden />, group: "For developers" },
];

const operatorItems: readonly NavItem[] = [
  { href: "/operator/revenue", label: "All merchants", icon: <Building2 aria-hidden />, group: "Platform" },
];

const commands: readonly ShellCommand[] = [
  ...[
    { label: "Revenue", href: payments },
    { label: "Charges", href: "/payments/charges" },
    { label: "New charge", href: "/payments/charges/new" },
    { label: "Payouts", href: "/payments/payouts" },
    { label: "Disputes", href: "/payments/disputes" },
    { label: "Reconciliation", href: "/payments/reconciliation" },
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
  { id: "recipes", kind: "page", label: "Recipes", href: "/recipes", icon: <Workflow aria-hidden /> },
  {
    id: "new-automation",
    kind: "page",
    label: "New automation",
    href: "/automations/new",
    icon: <Workflow aria-hidden />,
  },
  {
    id: "create-webhook",
    kind: "page",
    label: "Create webhook",
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
        words={{ one: "needs attention", many: "need attention" }}
      />
    ),
    [payments]: (
      <CountBadge
        first={disputed.count}
        path="/api/payments/disputes"
        query={{ status: "needs_response", environment: disputed.environment }}
        words={{ one: "dispute to answer", many: "disputes to answer" }}
      />
    ),
    [notices]: (
      <CountBadge
        first={unread}
        path="/api/notices"
        query={{ unread: "true" }}
        words={{ one: "unread", many: "unread" }}
      />
    ),
  };
  const shown = [
    ...items,
    ...(env().SANDBOX === "on" ? sandboxItems : []),
    ...(runsPlatform ? operatorItems : []),
  ];
  return (
    <LocaleProvider locale={session.locale}>
      <AppFrame
        items={shown.map((item) => ({ ...item, badge: lookUp(badges, item.href) }))}
        commands={commands}
        merchantName={merchant.name}
        user={user}
        signOutAction={signOut}
        findCommands={findCommands}
        topBar={<UnreadLink href={notices} label="Notices" count={lookUp(badges, notices)} />}
        search={{ label: "Search deliveries for", href: "/deliveries?q=" }}
      >
        {children}
      </AppFrame>
    </LocaleProvider>
  );
}
