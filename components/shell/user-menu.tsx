"use client";

import { ChevronsUpDown, LogOut, Settings } from "lucide-react";
import { useRef } from "react";
import { DropdownMenu, MenuItem, MenuSeparator } from "#components/ui/dropdown-menu.tsx";
import { Link } from "#components/ui/link.tsx";
import { shell as t } from "#lib/words/en/screens/shell.ts";

export interface SignedInUser {
  name: string;
  email: string;
}

export interface AccountPage {
  href: string;
  label: string;
}

interface UserMenuProps {
  merchantName: string;
  user: SignedInUser;
  /** Server action that ends the session. */
  signOutAction: (formData: FormData) => void | Promise<void>;
  accountPage: AccountPage;
}

/** Whose shop this is, who is signed in, and the way out. */
export function UserMenu({ merchantName, user, signOutAction, accountPage }: UserMenuProps) {
  const form = useRef<HTMLFormElement>(null);
  return (
    <>
      <form ref={form} action={signOutAction} hidden />
      <form action={accountPage.href} onSubmit={(event) => event.preventDefault()}>
        <DropdownMenu
          align="start"
          className="w-56"
          trigger={
            // Before its script has loaded it leads to a page where the way out is a form.
            <button
              type="submit"
              className="flex w-full min-w-0 items-center gap-2.5 rounded-control p-1.5 text-left transition-colors hover:bg-hover data-[state=open]:bg-hover max-md:min-h-11"
            >
              <Initial name={merchantName} />
              <span className="grid min-w-0 flex-1">
                <span className="truncate font-medium text-ink leading-5">{merchantName}</span>
                <span className="truncate text-muted text-xs">{user.name}</span>
              </span>
              <ChevronsUpDown aria-hidden className="size-3.5 text-subtle" />
            </button>
          }
        >
          <div className="px-2.5 py-1.5">
            <p className="truncate font-medium">{user.name}</p>
            <p className="truncate text-muted text-sm">{user.email}</p>
          </div>
          <MenuSeparator />
          <MenuItem asChild>
            <Link href={accountPage.href}>
              <Settings aria-hidden />
              {accountPage.label}
            </Link>
          </MenuItem>
          <MenuItem icon={<LogOut aria-hidden />} onSelect={() => form.current?.requestSubmit()}>
            {t("user_menu_sign_out")}
          </MenuItem>
        </DropdownMenu>
      </form>
    </>
  );
}

function Initial({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="grid size-8 shrink-0 place-items-center rounded-control border border-accent-line bg-accent-soft font-semibold text-accent-text text-sm"
    >
      {[...name][0]?.toLocaleUpperCase() ?? "·"}
    </span>
  );
}
