import { qrDrawing } from "./qr-drawing.ts";

interface QrCodeProps {
  /** What whoever scans it gets: an address. */
  text: string;
  /** What it is for, to those who do not see it. */
  label: string;
}

/**
 * A QR code, drawn on the server. Dark on white whatever the page's colours, as scanners do not read it the other way round,
 * with the margin of four modules that the standard asks for (ISO/IEC 18004, quiet zone). Nothing where the text is too long.
 */
export function QrCode({ text, label }: QrCodeProps) {
  const drawing = qrDrawing(text);
  if (drawing === null) return null;
  const { size, path } = drawing;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="block size-full rounded-control border border-line [forced-color-adjust:none] [print-color-adjust:exact]"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
