"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import { shell as t } from "#lib/words/en/screens/shell.ts";
import { chooseTheme } from "./server-actions.ts";
import { parseTheme, type Theme } from "./theme.ts";
import { useTheme } from "./theme-context.tsx";

const choices = () =>
  [
    { theme: "system", label: t("choices_as_system"), icon: <Monitor aria-hidden /> },
    { theme: "light", label: t("choices_light"), icon: <Sun aria-hidden /> },
    { theme: "dark", label: t("choices_dark"), icon: <Moon aria-hidden /> },
  ] as const satisfies readonly { theme: Theme; label: string; icon: unknown }[];

/** System, light or dark. */
export function ThemeSwitch({ className }: { className?: string }) {
  const { theme, setTheme } = useTheme();
  return (
    <form
      action={chooseTheme}
      aria-label={t("theme_switch_colour_theme")}
      onSubmit={(event) => {
        event.preventDefault();
        setTheme(parseTheme(event.nativeEvent.submitter?.getAttribute("value") ?? undefined));
      }}
      className={cn("inline-flex w-fit gap-0.5 rounded-pill border border-line bg-sunken p-0.5", className)}
    >
      {choices().map((choice) => (
        <button
          key={choice.theme}
          type="submit"
          name="theme"
          value={choice.theme}
          title={choice.label}
          aria-label={choice.label}
          aria-pressed={theme === choice.theme}
          className="grid size-6 place-items-center rounded-pill text-muted transition-colors hover:text-ink aria-pressed:bg-raised aria-pressed:text-ink aria-pressed:shadow-control max-md:size-10 [&_svg]:size-3.5"
        >
          {choice.icon}
        </button>
      ))}
    </form>
  );
}
