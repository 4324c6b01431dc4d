/** Relative luminance of the tile under a mark, the token `raised`, in either theme. */
export const tileLuminance = { light: 1, dark: 0.0135 } as const;

/** What WCAG 2.2 asks of graphics (1.4.11). */
const minimumRatio = 3;

/**
 * The CSS colour of a mark: the brand's own where it stands out from the tile, else ink; for each theme on its own.
 * @param hex six hexadecimal digits, without #
 */
export function markColour(hex: string): string {
  const luminance = computeLuminance(hex);
  const colourOn = (tile: number) =>
    contrastRatio(luminance, tile) >= minimumRatio ? `#${hex}` : "var(--color-ink)";
  return `light-dark(${colourOn(tileLuminance.light)}, ${colourOn(tileLuminance.dark)})`;
}

/** Contrast of two relative luminances, as WCAG 2.2 defines it: 1 to 21. */
export function contrastRatio(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** Relative luminance, as WCAG 2.2 defines it: 0 to 1. */
export function computeLuminance(hex: string): number {
  const channel = (index: number) => {
    const value = Number.parseInt(hex.slice(index, index + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
}
