"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useId } from "react";
import { cn } from "#components/ui/cn.ts";
import type { Theme } from "./theme.ts";
import { useTheme } from "./theme-context.tsx";

const choices = [
  { theme: "system", label: "As the system", icon: <Monitor aria-hidden /> },
  { theme: "light", label: "Light", icon: <Sun aria-hidden /> },
  { theme: "dark", label: "Dark", icon: <Moon aria-hidden /> },
] as const satisfies readonly { theme: Theme; label: string; icon: unknown }[];

/** System, light or dark. */
export function ThemeSwitch({ className }: { className?: string }) {
  const { theme, setTheme } = useTheme();
  const name = useId();
  return (
    <fieldset
      className={cn("inline-flex w-fit gap-0.5 rounded-pill border border-line bg-sunken p-0.5", className)}
    >
      <legend className="sr-only">Colour theme</legend>
      {choices.map((choice) => (
        <label
          key={choice.theme}
          title={choice.label}
          className="grid size-6 place-items-center rounded-pill text-muted transition-colors hover:text-ink has-checked:bg-raised has-checked:text-ink has-checked:shadow-control has-focus-visible:outline-2 has-focus-visible:outline-focus max-md:size-10 [&_svg]:size-3.5"
        >
          <input
            type="radio"
            name={name}
            value={choice.theme}
            checked={theme === choice.theme}
            onChange={() => setTheme(choice.theme)}
            className="sr-only"
          />
          {choice.icon}
          <span className="sr-only">{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
