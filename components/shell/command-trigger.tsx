"use client";

import { Command, Search } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import { shell as t } from "#lib/words/en/screens/shell.ts";

/** Calls back on ⌘K and Ctrl-K, wherever the focus is. */
export function useCommandKey(onPress: () => void) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      if (event.shiftKey || event.altKey) return;
      event.preventDefault();
      onPress();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [onPress]);
}

/** The button that opens the command menu, dressed as a search box. */
export function CommandTrigger({ onPress }: { onPress: () => void }) {
  const hasCommandKey = useSyncExternalStore(neverChanges, isApple, () => false);
  return (
    <button
      type="button"
      onClick={onPress}
      aria-keyshortcuts="Meta+K Control+K"
      className="flex h-8.5 w-full items-center gap-2.5 rounded-control border border-line-strong bg-surface px-2.5 text-muted shadow-control transition-colors hover:border-control hover:text-ink"
    >
      <Search aria-hidden className="size-4" />
      <span className="flex-1 text-left">{t("command_trigger_go")}</span>
      <Kbd className="inline-flex items-center gap-0.5 px-1.5">
        {hasCommandKey ? (
          <Command aria-label={t("command_trigger_command")} className="size-3" />
        ) : (
          t("command_trigger_ctrl")
        )}{" "}
        K
      </Kbd>
    </button>
  );
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

function neverChanges() {
  return () => {};
}
