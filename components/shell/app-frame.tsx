"use client";

import { Menu, Search } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { Wordmark } from "#components/brand/wordmark.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Link } from "#components/ui/link.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { toastFailed } from "#components/ui/toast.tsx";
import { shell as t } from "#lib/words/en/screens/shell.ts";
import { CommandMenu, type TextSearch } from "./command-menu.tsx";
import { CommandTrigger, useCommandKey } from "./command-trigger.tsx";
import { ListKeys } from "./list-keys.tsx";
import { NavList } from "./nav-list.tsx";
import type { NavItem } from "./navigation.ts";
import type { ShellCommand } from "./shell-command.ts";
import { ThemeSwitch } from "./theme/theme-switch.tsx";
import { type AccountPage, type SignedInUser, UserMenu } from "./user-menu.tsx";

interface AppFrameProps {
  items: readonly NavItem[];
  /** Further lines of the command menu: webhooks by name, "Create webhook". */
  commands?: readonly ShellCommand[];
  /** Lines that are fetched when the menu opens for the first time. */
  findCommands?: () => Promise<readonly ShellCommand[]>;
  /** Where other text is looked for. */
  search?: TextSearch;
  merchantName: string;
  user: SignedInUser;
  signOutAction: (formData: FormData) => void | Promise<void>;
  /** In the top bar of a phone, where the navigation is folded away: what must not be missed. */
  topBar?: ReactNode;
  /** Where the wordmark leads. */
  homeHref?: string;
  /** The page about the person who is signed in, where the way out is a form too. */
  accountPage?: AccountPage;
  children: ReactNode;
}

/** The frame of every signed-in page: navigation at the left, on a phone behind a button in the top bar. */
export function AppFrame({
  items,
  commands = [],
  findCommands,
  search,
  merchantName,
  user,
  signOutAction,
  topBar,
  homeHref = "/",
  accountPage = { href: "/settings", label: t("app_frame_settings") },
  children,
}: AppFrameProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const openMenu = useCallback(() => setIsMenuOpen(true), []);
  useCommandKey(openMenu);

  const home = (
    <Link
      href={homeHref}
      aria-label={t("app_frame_patchbay_overview")}
      className="inline-flex min-h-8 w-fit rounded-control px-1"
    >
      <Wordmark />
    </Link>
  );
  const account = (
    <div className="mt-auto grid gap-3">
      <ThemeSwitch />
      <UserMenu {...{ merchantName, user, signOutAction, accountPage }} />
    </div>
  );

  return (
    <div className="md:grid md:min-h-dvh md:grid-cols-[15rem_minmax(0,1fr)]">
      <SkipLink />
      <aside className="sticky top-0 hidden h-dvh flex-col gap-5 overflow-y-auto border-line border-r px-3 py-4 md:flex">
        <div className="px-1">{home}</div>
        <CommandTrigger onPress={openMenu} />
        <NavList items={items} />
        {account}
      </aside>
      <header className="sticky top-0 z-30 flex h-14 items-center justify-between border-line border-b bg-canvas px-3 md:hidden">
        {home}
        <div className="flex">
          {topBar}
          <IconButton label={t("app_frame_label")} icon={<Search aria-hidden />} onClick={openMenu} />
          <Sheet
            title={t("app_frame_title")}
            modal={sheet}
            header={<Wordmark className="px-1" />}
            trigger={<IconButton label={t("app_frame_open_navigation")} icon={<Menu aria-hidden />} />}
          >
            <NavList items={items} onNavigate={() => sheet.current?.close()} />
            {account}
          </Sheet>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto grid w-full min-w-0 max-w-page content-start gap-stack px-gutter pt-6 pb-16 outline-none md:pt-10"
      >
        {children}
      </main>
      <footer className="flex items-center justify-between gap-3 border-line border-t px-gutter py-4 text-muted md:hidden">
        <Link href={accountPage.href} className="inline-flex min-h-11 items-center rounded-tag">
          {accountPage.label}
        </Link>
        <form action={signOutAction}>
          <SubmitButton variant="ghost">{t("app_frame_sign_out")}</SubmitButton>
        </form>
      </footer>
      <CommandMenu
        isOpen={isMenuOpen}
        onOpenChange={setIsMenuOpen}
        items={items}
        commands={commands}
        findCommands={findCommands}
        search={search}
      />
      <ListKeys />
      <OfflineGuard />
    </div>
  );
}

/** First in the tab order: past the navigation, to the element with the id "content". */
function SkipLink() {
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed! focus:top-2 focus:left-2 focus:z-50 focus:rounded-control focus:bg-ink focus:px-4! focus:py-2.5! focus:font-medium focus:text-canvas"
    >
      {t("skip_link_skip_content")}
    </a>
  );
}

/**
 * While the browser is offline a link would lead to the browser's own error page, and what is on the screen would be
 * lost. The page stays instead, and says so. Nothing is kept to be shown offline: what Patchbay tells has to be true now.
 */
function OfflineGuard() {
  useEffect(() => {
    // Before the router hears of it.
    document.addEventListener("click", stayHere, { capture: true });
    return () => document.removeEventListener("click", stayHere, { capture: true });
  }, []);
  return null;
}

function stayHere(event: MouseEvent) {
  const isNewTab = event.metaKey || event.ctrlKey || event.shiftKey;
  if (navigator.onLine || isNewTab || !(event.target instanceof Element)) return;
  const link = event.target.closest("a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.target === "_blank" || isWithinPage(link)) return;
  event.preventDefault();
  event.stopPropagation();
  toastFailed(t("stay_here_you_offline"), {
    description: t("stay_here_description"),
  });
}

/** A jump to another place of this page needs no network. */
function isWithinPage({ hash, pathname, search }: HTMLAnchorElement): boolean {
  return hash !== "" && pathname === location.pathname && search === location.search;
}
