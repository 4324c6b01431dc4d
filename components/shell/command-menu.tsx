"use client";

import { useQuery } from "@tanstack/react-query";
import { Command as Cmdk } from "cmdk";
import { ArrowRight, CornerDownLeft, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { Dialog as RadixDialog } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import { scrimStyles } from "#components/ui/overlay-styles.ts";
import { pathForId } from "./id-path.ts";
import type { NavItem } from "./navigation.ts";

export interface ShellCommand {
  /** Unique among the commands. */
  id: string;
  label: string;
  href: string;
  icon?: ReactNode;
  /** At the right: what kind of thing it is. */
  hint?: string;
  /** Words that find it beside its label. */
  keywords?: string[];
}

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

/** Reaches any page by name, and any event, delivery, webhook or connection by id. */
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
  const lines = [...commands, ...found];
  const wanted = text.trim();
  const idPath = pathForId(text);

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
          <RadixDialog.Title className="sr-only">Search and go to</RadixDialog.Title>
          <Cmdk label="Search and go to" loop>
            <div className="flex items-center gap-3 border-line border-b px-4">
              <Search aria-hidden className="size-4 shrink-0 text-subtle" />
              <Cmdk.Input
                value={text}
                onValueChange={setText}
                placeholder="Page, webhook, app, order number or id"
                className="h-13 min-w-0 flex-1 bg-transparent text-ink text-touch outline-none"
              />
              <Kbd>Esc</Kbd>
            </div>
            <Cmdk.List label="Results" className="max-h-[min(24rem,60dvh)] scroll-py-2 overflow-y-auto p-2">
              <Cmdk.Empty className="px-3 py-8 text-center text-muted">
                Nothing by that name. An id starts with evt_, dlv_, wh_ or int_.
              </Cmdk.Empty>
              {idPath !== null && (
                <MenuGroup heading="Open by id">
                  <MenuLine value={text} icon={<ArrowRight aria-hidden />} onSelect={() => go(idPath)}>
                    <span className="truncate font-mono text-sm">{text.trim()}</span>
                  </MenuLine>
                </MenuGroup>
              )}
              <MenuGroup heading="Go to">
                {items.map((item) => (
                  <MenuLine
                    key={item.href}
                    value={item.label}
                    icon={item.icon}
                    onSelect={() => go(item.href)}
                  >
                    {item.label}
                  </MenuLine>
                ))}
              </MenuGroup>
              {lines.length > 0 && (
                <MenuGroup heading="More">
                  {lines.map((command) => (
                    <MenuLine
                      key={command.id}
                      value={`${command.label} ${command.id}`}
                      keywords={command.keywords}
                      icon={command.icon}
                      hint={command.hint}
                      onSelect={() => go(command.href)}
                    >
                      <span className="truncate">{command.label}</span>
                    </MenuLine>
                  ))}
                </MenuGroup>
              )}
              {search && wanted !== "" && idPath === null && (
                <MenuGroup heading="Search">
                  <MenuLine
                    value={`search ${wanted}`}
                    icon={<Search aria-hidden />}
                    onSelect={() => go(`${search.href}${encodeURIComponent(wanted)}`)}
                  >
                    <span className="truncate">
                      {search.label} “{wanted}”
                    </span>
                  </MenuLine>
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

interface MenuLineProps {
  value: string;
  keywords?: string[] | undefined;
  icon?: ReactNode;
  hint?: string | undefined;
  onSelect: () => void;
  children: ReactNode;
}

function MenuLine({ value, keywords, icon, hint, onSelect, children }: MenuLineProps) {
  return (
    <Cmdk.Item
      value={value}
      {...(keywords ? { keywords } : {})}
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
