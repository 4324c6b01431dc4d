export type Theme = "system" | "light" | "dark";

/** Read by the root layout, so that the first paint has the right colours. */
export const THEME_COOKIE = "patchbay-theme";

export const THEME_COOKIE_MAX_AGE_SECONDS = 365 * 24 * 60 * 60;

/** The theme a cookie names; "system" for none or nonsense. */
export function parseTheme(value: string | undefined): Theme {
  return value === "light" || value === "dark" ? value : "system";
}

/** `--color-canvas` of app/globals.css once more, for the browser's own bars, which cannot read CSS variables. */
export const canvasColours = { light: "#fafaf8", dark: "#0c1111" } as const;
