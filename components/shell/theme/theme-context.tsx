"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { THEME_COOKIE, THEME_COOKIE_MAX_AGE_SECONDS, type Theme } from "./theme.ts";

interface ThemeChoice {
  theme: Theme;
  setTheme: (theme: Theme) => void;
}

const ThemeContext = createContext<ThemeChoice | null>(null);

/** Holds the chosen theme; `initialTheme` comes from the cookie. */
export function ThemeProvider({ initialTheme, children }: { initialTheme: Theme; children: ReactNode }) {
  const [theme, setTheme] = useState(initialTheme);
  return (
    <ThemeContext
      value={{
        theme,
        setTheme: (next) => {
          setTheme(next);
          keepTheme(next);
        },
      }}
    >
      {children}
    </ThemeContext>
  );
}

/** The chosen theme and the way to change it. Throws outside the provider. */
export function useTheme(): ThemeChoice {
  const choice = useContext(ThemeContext);
  if (!choice) throw new Error("useTheme needs a ThemeProvider around it");
  return choice;
}

function keepTheme(theme: Theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing over plain HTTP
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${THEME_COOKIE_MAX_AGE_SECONDS}; samesite=lax${window.location.protocol === "https:" ? "; secure" : ""}`;
}
