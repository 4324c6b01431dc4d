"use client";

import { useEffect } from "react";

const ROW_LINK = "[data-row-link]";
const LAYER = "[role=dialog], [role=alertdialog], [role=menu]";
const SEARCH = "[data-list-search]";
const INTERACTIVE = "a, button, input, select, textarea, label, summary, [role=button]";

/**
 * Keyboard and pointer habits of every list: j and k walk over the links marked `data-row-link`, Enter opens the
 * one in focus, `/` moves to the field marked `data-list-search`, and a click anywhere in a row opens its link.
 * One listener for the page: lists come and go under it.
 */
export function ListKeys() {
  useEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    document.addEventListener("click", onClick);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("click", onClick);
    };
  }, []);
  return null;
}

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
  if (isTyping(event.target) || isCovered()) return;
  if (event.key === "/") {
    const search = document.querySelector<HTMLElement>(SEARCH);
    if (!search) return;
    event.preventDefault();
    search.focus();
  } else if (event.key === "j" || event.key === "k") {
    moveFocus(event.key === "j" ? 1 : -1);
  }
}

function moveFocus(step: 1 | -1) {
  const links = [...document.querySelectorAll<HTMLElement>(ROW_LINK)].filter((link) =>
    link.checkVisibility(),
  );
  const index = links.findIndex((link) => link.matches(":focus"));
  const next = index === -1 ? links.at(step === 1 ? 0 : -1) : links[index + step];
  next?.focus();
  next?.closest("tr, li")?.scrollIntoView({ block: "nearest" });
}

function onClick(event: MouseEvent) {
  if (event.defaultPrevented || event.button !== 0 || !(event.target instanceof Element)) return;
  if (event.target.closest(INTERACTIVE) || window.getSelection()?.isCollapsed === false) return;
  const link = event.target.closest("tr, li")?.querySelector<HTMLElement>(ROW_LINK);
  const { ctrlKey, metaKey, shiftKey } = event;
  link?.dispatchEvent(
    new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
  );
}

/** Whether a dialog or a menu is open: those that are closed lie in the page too. */
function isCovered(): boolean {
  return [...document.querySelectorAll(LAYER)].some((layer) => layer.checkVisibility());
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, select, textarea, [contenteditable=true]");
}
