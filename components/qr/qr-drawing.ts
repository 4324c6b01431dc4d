import { encode } from "uqr";

/** Modules of white around it. */
const quietZone = 4;
/** The most that the largest code holds, in bytes (ISO/IEC 18004, table 7: version 40-L). */
const longestBytes = 2_953;

type QrDrawing = {
  /** Of a side, in modules, with the white around it. */
  size: number;
  /** The dark modules, as an SVG path over modules. */
  path: string;
};

/**
 * Draws a text as a QR code; null where it is longer than a code holds. Nothing covers a screen, so its modules are as few,
 * and so as large, as they can be: what corrects errors gets only the room that is left over.
 */
export function qrDrawing(text: string): QrDrawing | null {
  if (new TextEncoder().encode(text).length > longestBytes) return null;
  const { data, size } = encode(text, { ecc: "L", boostEcc: true, border: quietZone });
  // One box for each run of dark modules of a row.
  const path = data
    .flatMap((row, y) =>
      row.flatMap((isDark, x) => {
        if (!isDark || row[x - 1]) return [];
        const end = row.findIndex((later, at) => at > x && !later);
        const width = (end === -1 ? row.length : end) - x;
        return [`M${x} ${y}h${width}v1h-${width}z`];
      }),
    )
    .join("");
  return { size, path };
}
