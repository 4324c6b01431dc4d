import { Download } from "lucide-react";
import { type ButtonLook, buttonStyles } from "./button-styles.ts";

interface CsvLinkProps extends Pick<ButtonLook, "variant"> {
  href: string;
  what: string;
}

/** What it stands above, as a file. */
export function CsvLink({ href, what, variant = "ghost" }: CsvLinkProps) {
  return (
    <a
      href={href}
      download
      aria-label={`Download ${what} as CSV`}
      className={buttonStyles({ variant, size: variant === "ghost" ? "sm" : undefined })}
    >
      <span className="inline-flex items-center gap-1.5 [&_svg]:size-4">
        <Download aria-hidden />
        CSV
      </span>
    </a>
  );
}
