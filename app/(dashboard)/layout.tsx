import { BookOpen, Inbox, KeyRound, LayoutDashboard, Send, Store, Webhook, Zap } from "lucide-react";
import type { ReactNode } from "react";
import { AppFrame } from "#components/shell/app-frame.tsx";
import type { NavItem } from "#components/shell/navigation.ts";
import { requireSession } from "#lib/auth/require-session.ts";
import { env } from "#lib/env.ts";
import { findWebhookCommands, signOut } from "./actions.ts";

const items: readonly NavItem[] = [
  { href: "/", label: "Overview", icon: <LayoutDashboard aria-hidden /> },
  { href: "/webhooks", label: "Webhooks", icon: <Webhook aria-hidden /> },
  { href: "/deliveries", label: "Deliveries", icon: <Send aria-hidden /> },
  { href: "/events", label: "Events", icon: <Zap aria-hidden /> },
  { href: "/marketplace", label: "Marketplace", icon: <Store aria-hidden /> },
  { href: "/event-types", label: "Event catalogue", icon: <BookOpen aria-hidden />, group: "For developers" },
  { href: "/api-keys", label: "API keys", icon: <KeyRound aria-hidden />, group: "For developers" },
];

const sandboxItem: NavItem = {
  href: "/test-inboxes",
  label: "Test inboxes",
  icon: <Inbox aria-hidden />,
  group: "For developers",
};

const commands = [
  { id: "create-webhook", label: "Create webhook", href: "/webhooks/new", icon: <Webhook aria-hidden /> },
];

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const { merchant, user } = await requireSession();
  const shown = env().SANDBOX === "on" ? [...items, sandboxItem] : items;
  return (
    <AppFrame
      items={shown}
      commands={commands}
      merchantName={merchant.name}
      user={user}
      signOutAction={signOut}
      findCommands={findWebhookCommands}
      search={{ label: "Search deliveries for", href: "/deliveries?q=" }}
    >
      {children}
    </AppFrame>
  );
}
