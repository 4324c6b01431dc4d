import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// tailwind-merge cannot see our theme: without these names it would take `text-touch` for a colour.
const mergeClasses = extendTailwindMerge({
  extend: {
    theme: {
      text: ["touch", "display"],
      radius: ["tag", "control", "card", "panel", "pill"],
      shadow: ["control", "card", "overlay", "dialog"],
      container: ["prose", "form", "page"],
      spacing: ["gutter", "card", "stack", "section"],
    },
  },
});

/** Joins class names; of two that set the same property the later one wins. */
export function cn(...classes: ClassValue[]): string {
  return mergeClasses(clsx(classes));
}
