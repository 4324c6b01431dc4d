"use client";

import { useQuery } from "@tanstack/react-query";
import { Command as Cmdk } from "cmdk";
import { ArrowRight, CornerDownLeft, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { Dialog as RadixDialog } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import { scrimStyles } from "#components/ui/overlay-styles.ts";
import { shell as t } from "#lib/words/en/screens/shell.ts";
import { findLines } from "./find-lines.ts";
import { pathForId } from "./id-path.ts";
import type { NavItem } from "./navigation.ts";
import type { ShellCommand } from "./shell-command.ts";

/** A page that looks for a text, which is put behind its `href`. */
export type TextSearch = { label: string; href: string };

interface CommandMenuProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  items: readonly NavItem[];
  commands: readonly ShellCommand[];
  findCommands?: (() => Promise<readonly ShellCommand[]>) | undefined;
  search?: TextSearch | undefined;
}

/** Reaches any page, app, recipe, automation, webhook or connection by name, any event, delivery, charge or payout by id, and searches for other text. */
export function CommandMenu({
  isOpen,
  onOpenChange,
  items,
  commands,
  findCommands,
  search,
}: CommandMenuProps) {
  const router = useRouter();
  const [text, setText] = useState("");
  const { data: found = [] } = useQuery({
    queryKey: ["commands"],
    queryFn: () => findCommands?.() ?? [],
    enabled: isOpen && findCommands !== undefined,
  });
  const wanted = text.trim();
  const idPath = pathForId(text);
  const lines = findLines(text, items, [...commands, ...found]);

  function changeOpen(next: boolean) {
    if (!next) setText("");
    onOpenChange(next);
  }

  function go(href: string) {
    changeOpen(false);
    router.push(href);
  }

  return (
    <RadixDialog.Root open={isOpen} onOpenChange={changeOpen}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={scrimStyles} />
        <RadixDialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-4 top-4 z-50 mx-auto max-w-xl overflow-hidden rounded-panel border border-line bg-raised shadow-dialog data-[state=open]:animate-pop-in sm:top-[14vh]"
        >
          <RadixDialog.Title className="sr-only">{t("command_menu_search_go")}</RadixDialog.Title>
          <Cmdk label={t("command_menu_search_go")} loop shouldFilter={false}>
            <div className="flex items-center gap-3 border-line border-b px-4">
              <Search aria-hidden className="size-4 shrink-0 text-subtle" />
              <Cmdk.Input
                value={text}
                onValueChange={setText}
                placeholder={t("command_menu_placeholder")}
                className="h-13 min-w-0 flex-1 bg-transparent text-ink text-touch outline-none"
              />
              <Kbd>{t("command_menu_esc")}</Kbd>
            </div>
            <Cmdk.List
              label={t("command_menu_label")}
              className="max-h-[min(24rem,60dvh)] scroll-py-2 overflow-y-auto p-2"
            >
              <Cmdk.Empty className="px-3 py-8 text-center text-muted">
                {t("command_menu_nothing_matches_id_starts")}
              </Cmdk.Empty>
              {idPath !== null && (
                <MenuGroup heading={t("command_menu_heading")}>
                  <MenuLine value="open-by-id" icon={<ArrowRight aria-hidden />} onSelect={() => go(idPath)}>
                    <span className="truncate font-mono text-sm">{text.trim()}</span>
                  </MenuLine>
                </MenuGroup>
              )}
              {lines.pages.length > 0 && (
                <MenuGroup heading={t("command_menu_go")}>
                  {lines.pages.map((line) => (
                    <CommandLine key={line.id} line={line} onSelect={() => go(line.href)} />
                  ))}
                </MenuGroup>
              )}
              {search && lines.hasSearch && idPath === null && (
                <MenuGroup heading={t("command_menu_search")}>
                  <MenuLine
                    value="search"
                    icon={<Search aria-hidden />}
                    onSelect={() => go(`${search.href}${encodeURIComponent(wanted)}`)}
                  >
                    <span className="truncate">
                      {search.label} “{wanted}”
                    </span>
                  </MenuLine>
                </MenuGroup>
              )}
              {lines.things.length > 0 && (
                <MenuGroup heading={t("command_menu_more")}>
                  {lines.things.map((line) => (
                    <CommandLine key={line.id} line={line} onSelect={() => go(line.href)} />
                  ))}
                </MenuGroup>
              )}
            </Cmdk.List>
          </Cmdk>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

function MenuGroup({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Cmdk.Group
      heading={heading}
      className="pb-1 [&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs"
    >
      {children}
    </Cmdk.Group>
  );
}

function CommandLine({ line, onSelect }: { line: ShellCommand; onSelect: () => void }) {
  return (
    <MenuLine value={line.id} icon={line.icon} hint={line.hint} onSelect={onSelect}>
      <span className="truncate">{line.label}</span>
    </MenuLine>
  );
}

interface MenuLineProps {
  value: string;
  icon?: ReactNode;
  hint?: string | undefined;
  onSelect: () => void;
  children: ReactNode;
}

function MenuLine({ value, icon, hint, onSelect, children }: MenuLineProps) {
  return (
    <Cmdk.Item
      value={value}
      onSelect={onSelect}
      className="group flex min-h-9 cursor-pointer items-center gap-3 rounded-control px-3 text-ink data-[selected=true]:bg-hover max-md:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted"
    >
      {icon}
      {children}
      <span className="ml-auto flex shrink-0 items-center gap-2 text-muted text-sm">
        {hint}
        <CornerDownLeft aria-hidden className="invisible group-data-[selected=true]:visible" />
      </span>
    </Cmdk.Item>
  );
}
